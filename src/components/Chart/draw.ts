import type { Element } from 'hast';
import { s } from 'hastscript';
import { ranksOn, slopesOn } from './courses.ts';
import { ChartLayout } from './layout.ts';
import type { Drawing, Size, Sketch } from './layout.ts';
import { squaresOn, stackedOn } from './parts.ts';
import { panelsOn } from './panels.ts';
import { rowsOn } from './rows.ts';

/** One drawing, as an `svg` element. */
export function drawChart(sketch: Sketch, lang: string, size: Size): Element {
  const layout = new ChartLayout(sketch, lang, size);
  const { children, height } = drawingOf(sketch)(layout);
  return s('svg', { className: [size], viewBox: `0 0 ${layout.width} ${Math.round(height)}` }, children);
}

function drawingOf({ type, drawn }: Sketch): (layout: ChartLayout) => Drawing {
  switch (type) {
    case 'stacked':
      return stackedOn;
    case 'squares':
      return squaresOn;
    case 'slopes':
      return slopesOn;
    case 'ranks':
      return ranksOn;
    case 'ranges':
      return rowsOn;
    case 'bars':
    case 'dots':
      return drawn.x.kind === 'words' ? rowsOn : panelsOn;
    default:
      return panelsOn;
  }
}
