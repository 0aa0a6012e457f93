import { expect, test } from 'vitest'

import { consoleAddress } from '../console-address'
import { pb } from '../path-builder'

const HOST = 'https://policysim.aws.amazon.com'

test.each([
  [`${HOST}/home/index.jsp?#users/Stuart`, pb.policySimulator({ user: 'Stuart' })],
  [`${HOST}/home/index.jsp#users/Stuart`, pb.policySimulator({ user: 'Stuart' })],
  [`${HOST}/home/index.jsp?#roles/lab/Team`, pb.policySimulator({ role: 'Team' })],
  [
    `${HOST}/home/index.jsp?region=eu-west-1#groups/A%20B`,
    pb.policySimulator({ group: 'A B' }),
  ],
  [`${HOST}/home/index.jsp?#`, pb.policySimulator()],
  [`${HOST}/home/index.jsp?#policies/P`, pb.policySimulator()],
  [`${HOST}/`, pb.policySimulator()],
  ['/home/index.jsp?#users/Stuart', pb.policySimulator({ user: 'Stuart' })],
  ['/iam/home#/policy-simulator', pb.policySimulator()],
])('%s', (address, ours) => {
  expect(consoleAddress(address)).toBe(ours)
})

test('no other address below home is taken for it', () => {
  expect(consoleAddress('/home/elsewhere')).toBeUndefined()
})
