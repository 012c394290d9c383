import { LightningElement } from 'lwc';

export default class ListHeader extends LightningElement {}
