import { expect, it } from 'vitest'
import { insertion } from './insertion'
import { spotAt } from './spot'

/** The caret is where `|` stands, before and after. */
function choose(marked: string, chosen: string) {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { start, end, put, caret } = insertion(text, spotAt(text, offset), chosen)
  const after = text.slice(0, start) + put + text.slice(end)
  return `${after.slice(0, caret)}|${after.slice(caret)}`
}

it.each([
  ['{"St|"', 'Statement', '{"Statement": |'],
  ['{St|}', 'Statement', '{"Statement": |}'],
  ['{"St|": []}', 'Statement', '{"Statement"|: []}'],
  ['{"Version": |}', '2012-10-17', '{"Version": "2012-10-17"|}'],
  ['{"Statement":{"Action":"s|"}}', 's3:', '{"Statement":{"Action":"s3:|"}}'],
  [
    '{"Statement":{"Action":"s3:Get|Acl"}}',
    's3:GetObject',
    '{"Statement":{"Action":"s3:GetObject"|}}',
  ],
  ['{"Statement":{"Action":"s3:|\n}', 's3:*', '{"Statement":{"Action":"s3:*"|\n}'],
])('%s with %s', (before, chosen, after) => {
  expect(choose(before, chosen)).toBe(after)
})
