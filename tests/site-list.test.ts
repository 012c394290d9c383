import { expect, it } from 'vitest';
import { sites } from '@/lib/sites/registry';
import list from '../docs/sites.md?raw';

const rows = list
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => {
    const [name, id, host, readers, rest, evidence, limits] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { name, id, host, readers, rest, evidence, limits };
  });

const code = (texts: readonly string[]) => texts.map((text) => `\`${text}\``).join(', ');

it('the list of sites in docs/sites.md says what the code does', () => {
  const told = sites.map(({ id, name, matches, sign, views, isGenericElsewhere }) => ({
    name,
    id: code([id]),
    host: [
      code(matches.map((pattern) => new URL(pattern.replaceAll('*', '_')).host.replaceAll('_', '*'))),
      sign && 'the page',
    ]
      .filter(Boolean)
      .join(' or '),
    readers: code(views.map((view) => view.name)) || '–',
    rest: isGenericElsewhere ? 'generic detector' : 'not read',
  }));
  const listed = rows.map(({ name, id, host, readers, rest }) => ({ name, id, host, readers, rest }));
  const by = (a: { id?: string }, b: { id?: string }) => (a.id ?? '').localeCompare(b.id ?? '');
  expect(listed.sort(by), 'Add the site to docs/sites.md, or correct its row.').toEqual(told.sort(by));
});

it('every site says what its readers rest on, and what they cannot do', () => {
  for (const { name, readers, evidence, limits } of rows) {
    const kinds = readers === '–' ? /^–$/ : /^(?:measured|source|third party)/;
    expect(evidence, `${name}: measured, source or third party; what is only inferred gets no reader.`).toMatch(kinds);
    expect(limits, `${name}: known limits, or –.`).not.toBe('');
  }
});
