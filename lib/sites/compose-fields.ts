/** The parameters by which a site's address for a new mail takes a subject and a text. */
export interface ComposeFields {
  readonly subject: string;
  readonly body: string;
  /** A sign by which the site takes a text for markup: a text with it cannot go this way. */
  readonly markup?: string;
}

/** By the site's id. A site that is not named here opens new mails empty. */
export const composeFields: Readonly<Record<string, ComposeFields>> = {
  gmail: { subject: 'su', body: 'body' },
  roundcube: { subject: '_subject', body: '_body', markup: '<' },
};
