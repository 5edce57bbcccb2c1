import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['**@Ana Ruiz**, see [the plan](https://example.com/a_b)', '@Ana Ruiz, see the plan'],
  ['# Two\n\n- one `code`\n- two\n', 'Two one code two'],
  ['> She said:\n> _no_', 'She said: no'],
  ['```js\nlet a = 1\n```', 'let a = 1'],
  ['![a picture](x.png) of it', 'a picture of it'],
  ['1 < 2 & <script>alert(1)</script>', '1 < 2 & <script>alert(1)</script>'],
  ['snake_case stays, 2 * 3 * 4 too', 'snake_case stays, 2 * 3 * 4 too'],
  ['', ''],
])('%j is read as %j', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain)
})
