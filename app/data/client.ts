/** One query helper, one mutation helper, and one place where errors are sorted. */
import type { UseMutationOptions } from '@tanstack/react-query'
import type { Query } from '@tanstack/react-query'
import {
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useMutation,
} from '@tanstack/react-query'

import type { AwsClient, IamOperations, OperationsOf, Service } from '~/engine/api'
import { isServiceError } from '~/engine/errors'
import { clock } from '~/lib/clock'
import { addProbe, track } from '~/lib/idle'
import type { Credentials } from '~/engine/model'
import {
  activeArn,
  activeCredentials,
  callerKey,
  useIdentityStore,
} from '~/stores/identity'
import type { Identity } from '~/stores/identity'

import { cloud, onWrite } from './cloud'
import { throughFaults } from './faults'
import { noteRefusal } from './refusals'
import { isThrottled, withRetries } from './retries'
import { endsSession, sessionEnded } from './session-ended'
import { useOutlived } from './outlived'

/** The active identity as the data layer knows it. `key` stands first in every query key. */
export type Caller = { key: string; client: () => AwsClient }

/** For loaders; components use `useCaller`, which follows a switch of role. */
export const currentCaller = (): Caller => toCaller(useIdentityStore.getState())

export const useCaller = (): Caller => toCaller(useIdentityStore())

function toCaller(identity: Identity): Caller {
  const credentials = activeCredentials(identity)
  return {
    key: callerKey(identity),
    client: () => {
      if (!credentials) throw new Error('nobody is signed in')
      return consoleClient(credentials, activeArn(identity))
    },
  }
}

/**
 * The client of the console's pages: what goes wrong on the way is tried again where the SDK
 * would. A page asks for one with each call, mostly as the same identity.
 */
function consoleClient(credentials: Credentials, by: string | undefined): AwsClient {
  const direct = cloud().client(credentials)
  const faulty = throughFaults(direct, by)
  return faulty === direct ? direct : withRetries(faulty)
}

/** Milliseconds for which an answer counts as fresh, and an error as an answer. */
const FRESH = 1000

/** How often a page waits a second and asks again what it was not allowed to ask so fast. */
const PATIENCE = 10
const ONE_SECOND = 1000

/**
 * A page's loader asks before its components do. What was refused a moment ago is not asked
 * again as they come; after a write, and on a later visit, it is.
 */
function isStaleError(query: object & Pick<Query, 'state'>) {
  const isSpoiled = failedAfter.get(query) !== writes
  return isSpoiled || clock.machine() - query.state.errorUpdatedAt >= FRESH
}

/** How many writes there have been, and how many there had been when a question failed. */
let writes = 0
const failedAfter = new WeakMap<object, number>()

const onError = (error: unknown) => {
  noteRefusal(error)
  if (endsSession(error)) sessionEnded()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error, query) {
      failedAfter.set(query, writes)
      onError(error)
    },
  }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // the engine answers the same question in the same way, with or without a network; a page
      // with many questions asks the rest of them when it may ask again
      retry: (failures, error) => isThrottled(error) && failures < PATIENCE,
      retryDelay: ONE_SECOND,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      // a page's loader and its components ask within a moment of each other
      staleTime: FRESH,
      retryOnMount: isStaleError,
      // what the API refuses is shown in place; anything else is a bug
      throwOnError: (error) => !isServiceError(error),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

addProbe(() => queryClient.isFetching() + queryClient.isMutating())

/** Asks again what failed and is still on the screen: a list's cells have questions of their own. */
export const retryFailures = () =>
  queryClient.refetchQueries({
    type: 'active',
    predicate: ({ state }) => state.status === 'error' && state.fetchStatus === 'idle',
  })

/** A policy can change the answer to any question, so every write spoils every answer. */
export function refreshEverything() {
  writes += 1
  return queryClient.invalidateQueries()
}

onWrite(() => void refreshEverything())

type InputOf<
  S extends Service,
  N extends keyof OperationsOf[S],
> = OperationsOf[S][N] extends {
  input: infer Input
}
  ? Input
  : never

type OutputOf<
  S extends Service,
  N extends keyof OperationsOf[S],
> = OperationsOf[S][N] extends {
  output: infer Output
}
  ? Output
  : never

export type Call<S extends Service, N extends keyof OperationsOf[S]> = (
  input: InputOf<S, N>
) => Promise<OutputOf<S, N>>

function method<S extends Service, N extends keyof OperationsOf[S] & string>(
  client: AwsClient,
  service: S,
  operation: N
): Call<S, N> {
  const name = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`
  // the client's methods are made from the same table of operations, see `Methods` in api.ts
  const methods = client[service] as unknown as Record<string, Call<S, N>>
  const found = methods[name]
  if (!found) throw new Error(`the client has no ${service}.${name}`)
  return found
}

/** Query options for one API operation. */
export const q = <S extends Service, N extends keyof OperationsOf[S] & string>(
  caller: Caller,
  service: S,
  operation: N,
  input: InputOf<S, N>
) =>
  queryOptions({
    queryKey: [caller.key, service, operation, input] as const,
    queryFn: () => track(method(caller.client(), service, operation)(input)),
  })

type Paged = { IsTruncated?: boolean | undefined; Marker?: string | undefined }

type PagedOperation = {
  [N in keyof IamOperations]: IamOperations[N]['output'] extends Paged
    ? 'IsTruncated' extends keyof IamOperations[N]['output']
      ? N
      : never
    : never
}[keyof IamOperations]

/** Query options for all pages of an IAM list. */
export const qAll = <N extends PagedOperation, Item>(
  caller: Caller,
  operation: N,
  input: InputOf<'iam', N>,
  items: (page: OutputOf<'iam', N>) => Item[] | undefined
) =>
  queryOptions({
    queryKey: [caller.key, 'iam', operation, input, 'all pages'] as const,
    queryFn: () => track(allPages(caller.client(), operation, input, items)),
  })

/** All pages of an IAM list, one after the other. */
export async function allPages<N extends PagedOperation, Item>(
  client: AwsClient,
  operation: N,
  input: InputOf<'iam', N>,
  items: (page: OutputOf<'iam', N>) => Item[] | undefined
) {
  const list = method(client, 'iam', operation)
  const found: Item[] = []
  for (let Marker: string | undefined; ;) {
    const page = await list(Object.assign({}, input, Marker && { Marker }))
    found.push(...(items(page) ?? []))
    // `PagedOperation` holds no other operations, which the compiler cannot see through
    const paged = page as Paged
    if (!paged.IsTruncated) return found
    Marker = paged.Marker
  }
}

type MutationExtras<Output, Input> = Pick<
  UseMutationOptions<Output, Error, Input>,
  'onSuccess' | 'onError' | 'onSettled'
> & {
  /** What is said, on whichever page, of a failure that its own page did not wait for. */
  failed?: string
}

/**
 * A write, or several in a row, as the active identity. The form that began it shows its error;
 * a success leaves all answers to be asked again. While one is under way no second one begins.
 */
export function useApiMutation<Input = void, Output = unknown>(
  run: (client: AwsClient, input: Input) => Promise<Output>,
  { failed, ...extras }: MutationExtras<Output, Input> = {}
) {
  const caller = useCaller()
  const once = useOutlived(failed)
  const mutation = useMutation<Output, Error, Input>({
    ...extras,
    mutationFn: (input) => once.follow(() => track(run(caller.client(), input))),
  })
  return { ...mutation, mutate: once.guard(mutation.mutate) }
}

/** Start asking before the page is drawn; a refusal is for the panel that needs the answer. */
export const prefetch = (options: { queryKey: readonly unknown[] }) =>
  void queryClient.prefetchQuery(options)

/**
 * For a page's main query: what is not there is the error boundary's business. What was there
 * until now has just been deleted, and whoever did that is about to leave the page.
 */
export const orNotFound = {
  throwOnError: (error: Error, { state }: { state: { data: unknown } }) =>
    !isServiceError(error) || (isNotFound(error) && state.data === undefined),
}

export const isNotFound = (error: unknown) =>
  isServiceError(error) &&
  [
    'NoSuchEntity',
    'NoSuchBucket',
    'NoSuchKey',
    'ResourceNotFoundException',
    'PolicyNotFoundException',
  ].includes(error.code)
