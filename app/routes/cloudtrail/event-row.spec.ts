import { expect, test } from 'vitest'
import { toRow } from './event-row'

test('the error code comes out of the record', () => {
  const record = JSON.stringify({ errorCode: 'AccessDenied' })
  expect(toRow({ EventId: 'e', CloudTrailEvent: record })).toMatchObject({
    id: 'e',
    errorCode: 'AccessDenied',
    record,
  })
})

test.each(['{}', 'null', '{', '{"errorCode": 3}'])(
  'a record like %j has no error code',
  (record) => {
    expect(toRow({ CloudTrailEvent: record }).errorCode).toBe('')
  }
)
