import { LightningElement } from 'lwc';

export default class EntityLabel extends LightningElement {}
