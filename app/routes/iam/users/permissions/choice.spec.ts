import { expect, test } from 'vitest'
import { isEmptyChoice, noChoice } from './choice'

const developers = {
  GroupName: 'Developers',
  GroupId: 'AGPA1111111111EXAMPLE',
  Path: '/',
  Arn: 'arn:aws:iam::111122223333:group/Developers',
  CreateDate: new Date('2026-05-28T12:00:00Z'),
}

test('only what was chosen under the option on show counts', () => {
  const choice = { ...noChoice, groups: [developers] }
  expect(isEmptyChoice(choice)).toBe(false)
  expect(isEmptyChoice({ ...choice, option: 'attach' })).toBe(true)
  expect(isEmptyChoice({ ...choice, option: 'copy' })).toBe(true)
})
