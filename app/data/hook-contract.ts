/**
 * The contract `understudy.e2e/v1`: what `window.__understudy__` offers to tests, labs, recordings
 * and scripts. Nothing is taken away from it or changes its meaning while the version stands.
 */
import type { Decision } from '~/engine/evaluate/decision'
import type { ApiEvent, World } from '~/engine/model'
import type { FaultRule, Ui } from '~/faults/rule'
import type { ConsoleYear } from '~/lib/words'
import type { Assert } from '~/labs/assertion'
import type { ScenarioPatch } from '~/scenarios/patch'

/** `user/Stuart`, `role/X`, `root`, of the world's first account, or an ARN. */
export type Ref = string

export type PrincipalRef = Ref | { user: Ref; via?: Ref }

export type WorldOptions = {
  /** ISO time at which the clock stands from then on, or `real`. */
  time?: string
  /** Seeds ids, secrets and faults. */
  rng?: number
  persona?: string
  faults?: FaultRule[]
  /** Milliseconds that every call takes. */
  latency?: number | [number, number]
  /** How late changes of IAM are felt, and new principals known. Milliseconds. */
  consistency?: { enforce: number; principals?: number } | 'on' | 'off'
  ui?: Ui
  /** AWS's console as it was in that year; 2026, today's, without it. */
  console?: ConsoleYear
  /** Who is signed in from the start; nobody without it. */
  as?: Ref
  /** The role that they act as. */
  via?: Ref
}

/** Which events: all that is given has to fit. */
export type EventFilter = {
  /** `iam:CreateRole`, `console:SwitchRole`. */
  call?: string
  /** Who called, or who is behind the role that did. */
  by?: Ref
  /** `success` without an error, `denied` with AccessDenied, `failed` with any error. */
  outcome?: 'success' | 'denied' | 'failed'
  /** Behind the event of this ID. */
  after?: string
}

/** A call that is held. */
export type HeldCall = {
  /** Resolves when a call has come and is held. */
  readonly hit: Promise<void>
  resume(): void
  fail(code: string, message?: string): void
}

/** `why` is one sentence, `trace` every policy that was looked at. */
export type Refusal = { message: string; why: string; trace: Decision['trace'] }

export type PlaceShown = { id: string; role: string; name: string }

export type UnderstudyHook = {
  contract: 'understudy.e2e/v1'
  /** The version of the program. */
  app: string
  /** Resolves when the world and what its policies need is there. */
  readonly ready: Promise<void>
  /**
   * Resolves when no call, no timer of up to a second, no transition and no render is pending. A
   * call that waits for a standing clock is pending.
   */
  idle(): Promise<void>
  /**
   * The first day of this scenario, of another one, or of one with changes; without a reload.
   * Faults stay as they are unless the options say otherwise. Everybody is signed out.
   */
  reset(scenario?: string | ScenarioPatch, options?: WorldOptions): Promise<void>
  state: {
    export(): World
    /** Puts a world in the place of this one; throws with the place of what is wrong in it. */
    import(world: unknown): Promise<void>
    /** Adds and changes what the patch names, in the world as it is. */
    patch(patch: ScenarioPatch): Promise<void>
    /** SHA-256 of the world in a canonical form, in hex: equal worlds have equal hashes. */
    hash(): string
    /** The world and who is signed in, to stand behind `#s=` in an address. */
    pack(): Promise<string>
  }
  /** Signs in without the form, or holds a session of the role that `via` names. */
  as(user: Ref, via?: Ref): Promise<void>
  /**
   * The API under the pages: `call('iam:CreateRole', { … })`, as whoever is active, or `by`. Meets
   * no faults. Rejects with `Code: message`.
   */
  call(operation: string, input?: object, by?: Ref): Promise<unknown>
  /** What would happen and why; changes nothing. */
  decide(
    principal: PrincipalRef,
    action: string,
    resource?: string,
    context?: Record<string, string | string[]>
  ): Decision & { why: string }
  /** Whether something is so, and one sentence that says why. Throws at a malformed assertion. */
  check(assertion: Assert): { ok: boolean; reason: string }
  clock: {
    now(): string
    set(time: string): Promise<void>
    advance(ms: number): Promise<void>
    run(): Promise<void>
  }
  faults: {
    /** Rules from now on, in place of those before. */
    set(rules: FaultRule[]): Promise<void>
    clear(): Promise<void>
    /** Holds the next call of an operation of the console. */
    pause(operation: string): HeldCall
  }
  log: {
    list(filter?: EventFilter): ApiEvent[]
    /** Calls back with every event from now on; what it returns ends that. */
    on(listener: (event: ApiEvent) => void): () => void
    /** The last twenty refusals that pages met, oldest first, each with its trace. */
    refusals(): Refusal[]
  }
  /** Goes to another page as a link does, in the world one is in; resolves when it is drawn. */
  goTo(address: string): Promise<void>
  /** The named spots that are on the screen now. */
  places(): PlaceShown[]
}

declare global {
  // an interface, since declarations of `Window` are merged
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    __understudy__: UnderstudyHook
  }
}
