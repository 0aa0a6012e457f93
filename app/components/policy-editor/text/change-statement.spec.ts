import { describe, expect, it } from 'vitest'
import { changeStatement, type StatementChange } from './change-statement'

const policy = (statement: string) =>
  `{\n\t"Version": "2012-10-17",\n\t"Statement": [\n${statement}\n\t]\n}`

const blank = policy(
  `\t\t{\n\t\t\t"Sid": "S",\n\t\t\t"Effect": "Allow",\n\t\t\t"Action": [],\n\t\t\t"Resource": []\n\t\t}`
)

const change = (text: string, ...changes: StatementChange[]) =>
  changeStatement(text, 0, changes)

const add = (action: string): StatementChange => ({ type: 'add-action', action })

describe('actions and resources', () => {
  it('fills an empty list in the indentation of the text', () => {
    expect(change(blank, add('s3:GetObject'))).toBe(
      blank.replace('"Action": []', '"Action": [\n\t\t\t\t"s3:GetObject"\n\t\t\t]')
    )
  })

  it('appends to a list as the list is written', () => {
    expect(change('{"Statement": {"Action": ["a:B"]}}', add('a:C'))).toBe(
      '{"Statement": {"Action": ["a:B", "a:C"]}}'
    )
    expect(change('{"Statement":{"Action":["a:B"]}}', add('a:C'))).toBe(
      '{"Statement":{"Action":["a:B","a:C"]}}'
    )
  })

  it('makes a list of a single text', () => {
    expect(change('{"Statement":{"Action":"a:B"}}', add('a:C'))).toBe(
      '{"Statement":{"Action":["a:B","a:C"]}}'
    )
  })

  it('keeps what is there already, whatever its case', () => {
    const text = '{"Statement":[{"Action":["a:B"]}]}'
    expect(change(text, add('A:b'))).toBe(text)
  })

  it('writes to NotAction where there is no Action', () => {
    expect(change('{"Statement":{"NotAction":"a:B"}}', add('a:C'))).toBe(
      '{"Statement":{"NotAction":["a:B","a:C"]}}'
    )
  })

  it('puts a new element where it is looked for', () => {
    expect(
      change('{"Statement":{"Effect":"Allow","Condition":{}}}', {
        type: 'add-resource',
        resource: '*',
      })
    ).toBe('{"Statement":{"Effect":"Allow","Resource":["*"],"Condition":{}}}')
  })

  it('takes out one of several, the first, and the last', () => {
    const text = '{"Statement":{"Action":["a:B", "a:C"]}}'
    const without = (...actions: string[]) =>
      change(text, ...actions.map((action) => ({ type: 'remove-action' as const, action })))
    expect(without('a:C')).toBe('{"Statement":{"Action":["a:B"]}}')
    expect(without('a:B')).toBe('{"Statement":{"Action":["a:C"]}}')
    expect(without('a:B', 'a:C')).toBe('{"Statement":{"Action":[]}}')
  })

  it('takes back exactly what it added', () => {
    const more = change(blank, add('s3:GetObject'), add('s3:PutObject'))
    expect(change(more, { type: 'remove-action', action: 's3:PutObject' })).toBe(
      change(blank, add('s3:GetObject'))
    )
  })
})

describe('principals', () => {
  const principal = (type: string, value: string): StatementChange => ({
    type: 'add-principal',
    principal: { type, value },
  })
  const at = (Principal: unknown) => JSON.stringify({ Statement: { Principal } })

  it.each([
    [{}, 'AWS', 'x', { AWS: 'x' }],
    [{}, 'AWS', '*', '*'],
    [{ AWS: 'x' }, 'AWS', 'y', { AWS: ['x', 'y'] }],
    [{ AWS: 'x' }, 'AWS', '*', { AWS: ['x', '*'] }],
    [{ AWS: ['x'] }, 'Service', 's', { AWS: ['x'], Service: 's' }],
    ['*', 'AWS', '*', '*'],
    ['*', 'AWS', 'x', { AWS: ['*', 'x'] }],
    ['*', 'Service', 's', { AWS: '*', Service: 's' }],
  ])('%j and %s %s', (before, type, value, after) => {
    expect(change(at(before), principal(type, value))).toBe(at(after))
  })

  it.each([
    [{ AWS: 'x', Service: 's' }, { Service: 's' }],
    [{ AWS: ['x', 'y'] }, { AWS: ['y'] }],
    [{ AWS: ['x'] }, {}],
  ])('takes x out of %j', (before, after) => {
    const gone: StatementChange = {
      type: 'remove-principal',
      principal: { type: 'AWS', value: 'x' },
    }
    expect(change(at(before), gone)).toBe(at(after))
  })

  it('takes everybody out', () => {
    const gone: StatementChange = {
      type: 'remove-principal',
      principal: { type: 'AWS', value: '*' },
    }
    expect(change(at('*'), gone)).toBe(at({}))
  })
})

describe('conditions', () => {
  const at = (Condition?: unknown) => JSON.stringify({ Statement: { Condition } })
  const condition = (operator: string, key: string, ...values: string[]) =>
    ({ type: 'add-condition', condition: { operator, key, values } }) as const

  it.each([
    [undefined, 'Bool', 'k', 'true', { Bool: { k: 'true' } }],
    [{}, 'Bool', 'k', 'true', { Bool: { k: 'true' } }],
    [{ Bool: { k: 'true' } }, 'Bool', 'l', 'true', { Bool: { k: 'true', l: 'true' } }],
    [{ Bool: { k: 'a' } }, 'Bool', 'k', 'b', { Bool: { k: ['a', 'b'] } }],
    [{ Bool: { k: 'a' } }, 'Null', 'k', 'b', { Bool: { k: 'a' }, Null: { k: 'b' } }],
  ])('%j and %s %s %s', (before, operator, key, value, after) => {
    expect(change(at(before), condition(operator, key, value))).toBe(at(after))
  })

  it.each([
    [{ Bool: { k: 'a' } }, undefined],
    [{ Bool: { k: 'a', l: 'b' } }, { Bool: { l: 'b' } }],
    [{ Bool: { k: 'a' }, Null: { l: 'b' } }, { Null: { l: 'b' } }],
  ])('takes k out of %j', (before, after) => {
    const gone: StatementChange = { type: 'remove-condition', operator: 'Bool', key: 'k' }
    expect(change(at(before), gone)).toBe(at(after))
  })
})

it('leaves alone what is no policy', () => {
  for (const text of ['', '{', '[]', '{"Statement":[]}', '{"Statement":["x"]}'])
    expect(change(text, add('a:B'))).toBe(text)
})
