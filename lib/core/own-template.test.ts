import { expect, it } from 'vitest';
import { unknownFields } from './own-template';

it('names what is no field, in subject and text, each once and as it was written', () => {
  const text = 'Hi {{fristName|there}}, {{ FirstName }} {{price}} {{fristName}} { no } {{}}';
  expect(unknownFields({ subject: '{{Topic}}', text })).toEqual(['Topic', 'fristName', 'price']);
  expect(unknownFields({ text: 'Hi {{firstName|there}}, {{answer}}' })).toEqual([]);
});
