/**
 * Programs that send newsletters, and what each fills in for every reader, by its documentation. Ghost sets the way out
 * and the address below each letter itself; the address of Brevo and listmonk is the newsroom’s own to give.
 */
export const mailSystems = {
  brevo: { unsubscribe: '{{ unsubscribe }}' },
  ghost: {},
  listmonk: { unsubscribe: '{{ UnsubscribeURL }}' },
  mailchimp: { unsubscribe: '*|UNSUB|*', address: '*|LIST:ADDRESSLINE|*' },
} as const satisfies Record<string, { unsubscribe?: string; address?: string }>;

export type MailSystem = keyof typeof mailSystems;
