import { hostOf } from '../../stories/sourcing.ts';
import { fill } from '../../strings/strings.ts';
import type { Strings } from '../../strings/strings.ts';

interface RecordingProps {
  type: 'audio' | 'video';
  url: string;
  title: string;
  length: string | undefined;
}

/** What the link to a recording says, and what stands beside it: how long it takes, and where it leads. */
export const recordingInWords = ({ type, url, title, length }: RecordingProps, strings: Strings) => ({
  link: fill(strings.recordings[type], { title }),
  details: [length, hostOf(url)].filter(Boolean).join(strings.comma),
});
