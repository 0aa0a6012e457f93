/**
 * The shape of an operation, and the one path that every call takes: authenticate, check the
 * input, authorise, operate, record.
 */
import type { Service, Shape } from './api'
import type { Caller } from './caller'
import type { Account, World } from './model'

/** A call on its way. In an operation that writes, `world` and `account` are drafts. */
export type Call<Input> = {
  input: Input
  caller: Caller
  world: World
  /** The caller's account; operations on things of another account look them up in `world`. */
  account: Account
  /** ISO time of the call. */
  now: string
}

/** What a call is authorised on, and the words in which a refusal names it. */
export type Target = {
  arn: string
  /** The owner, where the ARN does not say (S3's do not). */
  account?: string
  /** IAM names an entity `role X` rather than by ARN; `null` when nothing is named. */
  shown?: string | null
  context?: Record<string, string | string[]>
}

export type Also = {
  action: string
  target: Target
  /** A policy on the resource does not do by itself: the caller's own has to allow as well. */
  both?: boolean
}

/** AWS managed policies that have to be at hand before the operation runs. */
export type Needs = { documents?: string[]; index?: boolean }

export type Operation<S extends Shape<unknown, unknown> = Shape<unknown, unknown>> = {
  /** The IAM action, where it is not the operation's name. */
  action?: string
  /** Reads leave the world alone but for the record of the call. */
  readOnly?: boolean
  /** Throws what AWS says of a bad parameter. */
  check?: (input: S['input']) => void
  needs?: (input: S['input']) => Needs
  /**
   * Finds the caller in what the call brings, for an operation that takes no credentials. It may
   * wait, as the check of a signature does; the parameters have been checked.
   */
  identify?: (input: S['input'], world: World, now: string) => Promise<Caller>
  on: (call: Call<S['input']>) => Target
  /** Permissions that the call asks for besides its own, `iam:PassRole` for one. */
  also?: (call: Call<S['input']>) => Also[]
  run: (call: Call<S['input']>) => S['output']
  /** What is left to do once the call has been recorded, and may wait: a signature, for one. */
  finish?: (output: S['output']) => Promise<S['output']>
  /** What a read notes in the world as the call is recorded: `world` and `account` are drafts. */
  note?: (call: Call<S['input']>) => void
  /** What the record leaves out of the parameters. */
  secret?: (keyof S['input'] & string)[]
}

/** Every operation of a service, under its own name and shape. */
export type OperationTable<Operations> = {
  [Name in keyof Operations]: Operations[Name] extends Shape<infer I, infer O>
    ? Operation<Shape<I, O>>
    : never
}

/** An operation that few pages call: its code is fetched with the first call. */
export type Deferred<Op> = () => Promise<Op>

export type ServiceTable<Operations> = {
  [Name in keyof OperationTable<Operations>]:
    OperationTable<Operations>[Name] | Deferred<OperationTable<Operations>[Name]>
}

type DeferredTable<Table, Name extends keyof Table> = { [N in Name]: Deferred<Table[N]> }

/** The operations `names` of a module that is loaded when one of them is called. */
export function deferred<Table extends object, Name extends keyof Table & string>(
  load: () => Promise<Table>,
  names: readonly Name[]
): DeferredTable<Table, Name> {
  const entries = names.map((name) => [name, async () => (await load())[name]])
  // one entry for each name, which `fromEntries` does not say
  return Object.fromEntries(entries) as DeferredTable<Table, Name>
}

export const eventSource = {
  iam: 'iam.amazonaws.com',
  sts: 'sts.amazonaws.com',
  s3: 's3.amazonaws.com',
  cloudTrail: 'cloudtrail.amazonaws.com',
  organizations: 'organizations.amazonaws.com',
  accessAnalyzer: 'access-analyzer.amazonaws.com',
} satisfies Record<Service, string>

export const actionPrefix = {
  iam: 'iam',
  sts: 'sts',
  s3: 's3',
  cloudTrail: 'cloudtrail',
  organizations: 'organizations',
  accessAnalyzer: 'access-analyzer',
} satisfies Record<Service, string>
