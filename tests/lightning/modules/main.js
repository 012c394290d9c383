import Console from 'holdfast/console';
import { createElement } from 'lwc';

const element = createElement('holdfast-console', { is: Console });
element.contacts = JSON.parse(document.querySelector('#contacts').textContent);
document.body.append(element);
