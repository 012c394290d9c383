/** Everybody in the generated mailbox is invented; every domain ends in `.example`. */
export interface Person {
  readonly name: string;
  /** As the person's own mail program writes it; capitals possible. */
  readonly address: string;
}
export interface Customer extends Person {
  readonly company: string;
}

/** A repeatable source of chance (mulberry32). */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number;
  /** Whole number, both ends included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: <T>(list: readonly T[]): T => {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

export const rep: Person = { name: 'Robin Hafen', address: 'rep@hafenwerk.example' };
export const colleagues: readonly Person[] = [
  { name: 'Ida Brandt', address: 'ida.brandt@hafenwerk.example' },
  { name: 'Tomás Vega', address: 'tomas.vega@hafenwerk.example' },
];
export const lists = ['growers@lists.quayside.example', 'exporters@lists.quayside.example'] as const;

const firstNames = [
  ...['Ann', 'Mehmet', 'Zoë', 'Søren', 'Nguyễn', 'Tom', 'Élodie', 'Jürgen', 'Łucja', '花子', 'Omar', 'Siobhán', 'دانة'],
  ...['Björk', 'Paolo', 'Aleem', 'Ингрид', 'Kofi', 'Marta', 'Chidi'],
];
const lastNames = [
  ...[
    'Lee',
    'Ali',
    "O'Neill",
    'Lindqvist',
    'Thị Hoa',
    'van der Berg',
    'Dubois',
    'Müller-Lüdenscheidt',
    'Wójcik',
    '山田',
  ],
  ...['Haddad', 'Ní Bhriain', 'الشمري', 'Guðmundsdóttir', 'Rossi', 'Khan', 'Новак', 'Mensah', 'Ferreira', 'Okafor'],
];
const companies = [
  ...[
    'Norrsken',
    'Birchvale',
    'Tidewater',
    'Kestrel',
    'Lumenfeld',
    'Saltmarsh',
    'Copperleaf',
    'Foxglove',
    'Ironbridge',
  ],
  ...[
    'Marlowe',
    'Quillon',
    'Redfern',
    'Stonecrop',
    'Thistledown',
    'Umbra',
    'Vellum',
    'Windrow',
    'Yarrow',
    'Zephyr',
    'Alder',
  ],
];

/** Two customers per company; the last two bear the names of the first and the sixth, at other companies. */
export function makeCustomers(count: number): Customer[] {
  return Array.from({ length: count }, (_, index) => {
    const person = index === count - 2 ? 0 : index === count - 1 ? 5 : index;
    const first = at(firstNames, person);
    // Stepping by 7 pairs every first name with another last name in the second round.
    const last = at(lastNames, person + 7 * Math.floor(person / firstNames.length));
    const company = at(companies, index * 3);
    const local = `${plain(first) || 'person'}.${plain(last) || 'family'}${index}`;
    const address = `${local}@${company.toLowerCase()}.example`;
    return { name: `${first} ${last}`, company, address: index % 6 === 2 ? capitals(address) : address };
  });
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function plain(name: string): string {
  const ascii = name.normalize('NFKD').toLowerCase();
  return ascii.replace(/[^a-z]/g, '');
}

/** `m.ali1@birchvale.example` as some mail programs write it: `M.Ali1@Birchvale.Example`. */
function capitals(address: string): string {
  return address.replace(/(^|[.@])[a-z]/g, (start) => start.toUpperCase());
}
