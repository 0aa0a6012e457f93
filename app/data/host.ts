/** The way from the page to a host that keeps its world, where one serves the page. */
import { isAwsHost } from '~/lib/aws-host'
import { clock } from '~/lib/clock'
import { track } from '~/lib/idle'
import type { KeptStorage } from '~/lib/kept'
import type { ClockState, Note } from '~/world/host'
import { createRemoteWorld, type Together, type RemoteWorld } from '~/world/remote-world'

/** Where hosts answer, on whatever origin the page is. */
const BASE = '/__understudy__/'

const SECOND = 1000

async function send(name: string, given: unknown[]): Promise<unknown> {
  const response = await fetch(`${BASE}${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** What waits for others is no work of this page. */
const waits = new Set(['listen', 'takeTurn'])

const ask = (name: string, given: unknown[]) =>
  waits.has(name) ? send(name, given) : track(send(name, given))

const LISTENING = 'understudy.listening'

/** Resolves when no other page of this origin holds the lock; the result gives it up. */
const lock = (name: string) =>
  new Promise<() => void>((resolve, reject) => {
    navigator.locks
      .request(name, () => new Promise<void>((release) => resolve(release)))
      .catch(reject)
  })

function browserTogether(): Together {
  const channel = new BroadcastChannel(LISTENING)
  // there are no locks at an address without TLS, and each page is for itself
  const queue = (name: string) =>
    window.isSecureContext ? lock(name) : Promise.resolve(() => {})
  return {
    queue: () => queue('understudy.turn'),
    lead: (listen) => void queue(LISTENING).then(listen),
    pass: (notes) => channel.postMessage(notes),
    onPassed: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<Note[]>) =>
        listener(event.data)
      ),
  }
}

/** What a host has written into the page: `world`, or `world identity` when it keeps both. */
function offered(): string[] {
  const meta = document.querySelector('meta[name="understudy-host"]')
  return meta?.getAttribute('content')?.split(' ') ?? []
}

export const hasHost = () => offered().includes('world')

export const keepsIdentity = () => offered().includes('identity')

const pause = () => new Promise<void>((resolve) => void clock.setTimeout(resolve, SECOND))

/** Pages of one host tell each other apart by a name that nobody else has. */
export function connectHost(): RemoteWorld {
  const name = `page ${clock.unique()}`
  // whoever answers for AWS in a test's browser sees by itself that a page goes away, and what is
  // sent by one that has gone might really reach AWS
  if (!isAwsHost(window.location.hostname)) {
    window.addEventListener('pagehide', () => {
      navigator.sendBeacon(`${BASE}leave`, JSON.stringify([name]))
    })
  }
  return createRemoteWorld(ask, name, pause, browserTogether())
}

let told: Promise<unknown> = Promise.resolve()

/** Resolves when the host's clock goes as this page's does. */
export const clockTold = async () => void (await told)

/** The page's clock goes as the host's does, and the host's as the page's. */
export async function shareClock({ methods, hear, name }: RemoteWorld) {
  const follow = async () => setClock(await methods.readClock())
  await follow()
  hear('clock', () => void follow())
  clock.onMoved(() => {
    told = methods.setClock(clockState(), name)
  })
}

function clockState(): ClockState {
  return clock.isStanding() ? { standing: clock.now() } : { ahead: clock.ahead() }
}

function setClock(state: ClockState) {
  if ('standing' in state) clock.follow(state.standing)
  else clock.follow(state.ahead)
}

/** What a host keeps for all its origins. Read once, and followed from then on. */
export async function hostStorage({
  methods,
  hear,
  name,
}: RemoteWorld): Promise<KeptStorage> {
  let values = new Map(Object.entries(await methods.readKept()))
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      values.set(key, value)
      void methods.keep(key, value, name)
    },
    removeItem(key) {
      values.delete(key)
      void methods.keep(key, null, name)
    },
    follow(listener) {
      hear('kept', () => {
        void methods.readKept().then((kept) => {
          const before = values
          values = new Map(Object.entries(kept))
          for (const key of new Set([...before.keys(), ...values.keys()])) {
            if (before.get(key) !== values.get(key)) listener(key)
          }
        })
      })
    },
  }
}
