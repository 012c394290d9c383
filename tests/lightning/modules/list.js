import { api, LightningElement } from 'lwc';

/** The list of contacts: Salesforce's own table in an element named as Salesforce names its own. */
export default class List extends LightningElement {
  @api contacts = [];
  @api sortedBy;
  @api sortedDirection;
  columns = [
    {
      label: 'Name',
      fieldName: 'url',
      type: 'url',
      sortable: true,
      typeAttributes: { label: { fieldName: 'name' }, target: '_self' },
    },
    { label: 'Account Name', fieldName: 'company' },
    { label: 'Phone', fieldName: 'phone', type: 'phone' },
    { label: 'Email', fieldName: 'email', type: 'email', sortable: true },
    { label: 'Last Activity', fieldName: 'lastActivity', type: 'date-local', sortable: true },
  ];

  /** The table's event stays inside of this element unless it is sent on. */
  pass({ detail }) {
    this.dispatchEvent(new CustomEvent('sort', { detail }));
  }
}
