/** Faults by the name of somebody who has them: `?persona=flaky`. */
import type { FaultRule } from './rule'

/** What users report lies between two seconds and a minute. */
export const eventually = { enforce: 12_000, principals: 8_000 }

const writes = ['Create', 'Put', 'Update', 'Delete', 'Attach', 'Detach', 'Add', 'Remove']

const QUARTER_HOUR = 900_000

export const personas = {
  /** Nothing is wrong. */
  standard: [],
  /** Every answer takes its time. */
  slow: [{ op: '*:*', delay: 800 }],
  /** Of every kind of write the first three tries fail, and of reads one in ten. */
  flaky: [
    ...writes.map((verb) => ({ op: `*:${verb}*`, times: 3, error: 'ServiceFailure' })),
    { op: ['*:Get*', '*:List*'], chance: 0.1, error: 'ServiceFailure' },
  ],
  /** IAM takes five calls a second. */
  throttled: [{ op: 'iam:*', rate: '5/s', error: 'Throttling' }],
  /** Nobody may put inline policies on users, edit a trust policy or create a role. */
  denied: [
    {
      op: ['iam:PutUserPolicy', 'iam:UpdateAssumeRolePolicy', 'iam:CreateRole'],
      error: 'AccessDenied',
    },
  ],
  /** Sessions end after a quarter of an hour. */
  expired: [{ session: { expiresIn: QUARTER_HOUR } }],
  /** Changes of IAM are felt after a while. */
  eventual: [{ consistency: eventually }],
  /** The same pages in other words and another order. */
  drifted: [{ ui: 'drift-1' }],
} satisfies Record<string, FaultRule[]>

export type Persona = keyof typeof personas

// the keys are read back from the table above
export const personaNames = Object.keys(personas) as Persona[]
