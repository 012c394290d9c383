import { api, LightningElement } from 'lwc';

const pageSize = 20;
const recordUrl = /^\/lightning\/r\/Contact\/(\w+)\/view$/;

/**
 * The console: one page that changes its address and its contents, as Lightning does. A record that was opened stays in
 * the page, hidden, and so does the list.
 */
export default class Console extends LightningElement {
  @api contacts = [];
  sortedBy = 'url';
  sortedDirection = 'asc';
  first = 0;
  openId = undefined;
  isHomeHidden = true;
  visited = [];

  connectedCallback() {
    this.show(location.pathname);
    window.navigation.addEventListener('navigate', (event) => {
      if (!event.canIntercept || event.hashChange) return;
      const { pathname } = new URL(event.destination.url);
      event.intercept({ handler: async () => this.show(pathname) });
    });
  }

  show(path) {
    this.isHomeHidden = path !== '/lightning/page/home';
    this.openId = recordUrl.exec(path)?.[1];
    if (this.openId && !this.visited.includes(this.openId)) this.visited = [...this.visited, this.openId];
  }

  get shown() {
    const sign = this.sortedDirection === 'asc' ? 1 : -1;
    // The column of names links to the records, and is known by that.
    const field = this.sortedBy === 'url' ? 'name' : this.sortedBy;
    const by = (one) => one[field] ?? '';
    const sorted = [...this.contacts].sort((a, b) => sign * (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
    return sorted.slice(this.first, this.first + pageSize);
  }

  get isListHidden() {
    return this.openId !== undefined || !this.isHomeHidden;
  }

  /** Cards on the first page, each of them one link as a whole. */
  get top() {
    return this.contacts.slice(0, 8);
  }

  get opened() {
    return this.visited.map((id) => ({
      key: id,
      isHidden: id !== this.openId,
      contact: this.contacts.find((one) => one.id === id),
    }));
  }

  sort(event) {
    const { fieldName, sortDirection } = event.detail;
    this.sortedBy = fieldName;
    this.sortedDirection = sortDirection;
    this.first = 0;
  }

  next() {
    if (this.first + pageSize < this.contacts.length) this.first += pageSize;
  }

  previous() {
    this.first = Math.max(0, this.first - pageSize);
  }

  /** The same data once more, as a list gets it from its server. */
  refresh() {
    this.contacts = this.contacts.map((one) => ({ ...one }));
  }

  /** Every record with an address now holds what its neighbour held: the rows keep their keys and show other people. */
  reassign() {
    const holders = this.contacts.filter(({ email }) => email);
    this.contacts = this.contacts.map((one) => {
      const next = holders[(holders.indexOf(one) + 1) % holders.length];
      return one.email ? { ...next, id: one.id, url: one.url } : one;
    });
  }
}
