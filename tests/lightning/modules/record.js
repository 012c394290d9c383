import { api, LightningElement } from 'lwc';

/** A contact's record, with the attributes by which Salesforce's own record page names its fields. */
export default class RecordHome extends LightningElement {
  @api contact = {};
}
