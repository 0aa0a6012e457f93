/** Which of S3's operations a request is: the one that asks for most of what is there. */
import type { Incoming } from '../incoming'
import { structureOf, type Table } from '../shapes'
import type { Address } from './address'

type Route = {
  operation: string
  method: string
  level: 'service' | 'bucket' | 'object'
  /** Parameters of the query with their values, and headers, without which it is another. */
  query: (readonly [name: string, value: string])[]
  headers: string[]
}

function routeOf(table: Table, operation: string): Route {
  const [input = 0, , method = '', uri = ''] = table.operations[operation] ?? []
  const [path = '', query = ''] = uri.split('?')
  const members = input ? structureOf(table, input).m : []
  const required = members.flatMap(([, , how]) => (how?.r ? [how] : []))
  const ofBucket = members.some(([name, , how]) => name === 'Bucket' && how?.l)
  return {
    operation,
    method,
    level: path.includes('{Key+}') ? 'object' : ofBucket ? 'bucket' : 'service',
    query: [
      ...query
        .split('&')
        .map((part) => part.split('='))
        // clients may say so, or leave it
        .filter(([name]) => name !== '' && name !== 'x-id')
        .map(([name = '', value = '']) => [name, value] as const),
      ...required.flatMap(({ q }) => (q ? [[q, ''] as const] : [])),
    ],
    headers: required.flatMap(({ h }) => (h ? [h] : [])),
  }
}

const routes = new WeakMap<Table, Route[]>()

function routesOf(table: Table) {
  const made =
    routes.get(table) ?? Object.keys(table.operations).map((name) => routeOf(table, name))
  routes.set(table, made)
  return made
}

const weight = ({ query, headers }: Route) => query.length + headers.length

const levelOf = ({ bucket, key }: Address) =>
  key !== undefined ? 'object' : bucket !== undefined ? 'bucket' : 'service'

export function findOperation(table: Table, request: Incoming, address: Address) {
  const level = levelOf(address)
  const isAsked = ([name, value]: readonly [string, string]) =>
    request.query.some(([key, given]) => key === name && (value === '' || given === value))
  return routesOf(table)
    .filter((route) => route.method === request.method && route.level === level)
    .filter(({ query }) => query.every(isAsked))
    .filter(({ headers }) => headers.every((name) => request.headers[name] !== undefined))
    .sort((a, b) => weight(b) - weight(a))[0]?.operation
}
