import type {
  AnalyzerSummary,
  ArchiveRuleSummary,
  Criterion,
  FindingSummary,
  FindingSummaryV2,
  Type,
} from '@aws-sdk/client-accessanalyzer'
import { useQuery } from '@tanstack/react-query'
import type { AwsClient } from '~/engine'
import { track } from '~/lib/idle'
import { type Caller, orNotFound, q, useCaller } from './client'

export type { AnalyzerSummary, ArchiveRuleSummary, FindingSummary, FindingSummaryV2 }

type Page<Item> = { items: Item[] | undefined; nextToken: string | undefined }

/** All pages of a list, one after the other. */
async function everyPage<Item>(
  ask: (token: { nextToken?: string }) => Promise<Page<Item>>
): Promise<Item[]> {
  const found: Item[] = []
  for (let nextToken: string | undefined; ;) {
    const page = await ask(nextToken ? { nextToken } : {})
    found.push(...(page.items ?? []))
    nextToken = page.nextToken
    if (!nextToken) return found
  }
}

const analyzers = ({ accessAnalyzer }: AwsClient) =>
  everyPage(async (token) => {
    const page = await accessAnalyzer.listAnalyzers({ maxResults: 1000, ...token })
    return { items: page.analyzers, nextToken: page.nextToken }
  })

const externalFindings = ({ accessAnalyzer }: AwsClient, analyzerArn: string) =>
  everyPage(async (token) => {
    const page = await accessAnalyzer.listFindings({ analyzerArn, ...token })
    return { items: page.findings, nextToken: page.nextToken }
  })

const findings = (
  { accessAnalyzer }: AwsClient,
  analyzerArn: string,
  filter?: Record<string, Criterion>
) =>
  everyPage(async (token) => {
    const asked = { analyzerArn, ...(filter ? { filter } : {}), ...token }
    const page = await accessAnalyzer.listFindingsV2(asked)
    return { items: page.findings, nextToken: page.nextToken }
  })

const archiveRules = ({ accessAnalyzer }: AwsClient, analyzerName: string) =>
  everyPage(async (token) => {
    const page = await accessAnalyzer.listArchiveRules({ analyzerName, ...token })
    return { items: page.archiveRules, nextToken: page.nextToken }
  })

const key = (caller: Caller, ...rest: unknown[]) => [caller.key, 'accessAnalyzer', ...rest]

export const analyzersQuery = (caller: Caller) => ({
  queryKey: key(caller, 'analyzers'),
  queryFn: () => track(analyzers(caller.client())),
})

export const useAnalyzers = () => useQuery(analyzersQuery(useCaller()))

export const looksForUnused = ({ type }: { type: Type | undefined }) =>
  type?.endsWith('UNUSED_ACCESS') === true

export function useExternalFindings(arn: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: key(caller, 'external findings', arn),
    queryFn: () => track(externalFindings(caller.client(), arn)),
  })
}

export function useFindings(arn: string, filter?: Record<string, Criterion>) {
  const caller = useCaller()
  return useQuery({
    queryKey: key(caller, 'findings', arn, filter ?? {}),
    queryFn: () => track(findings(caller.client(), arn, filter)),
  })
}

export const useAnalyzer = (analyzerName: string) =>
  useQuery({
    ...q(useCaller(), 'accessAnalyzer', 'GetAnalyzer', { analyzerName }),
    ...orNotFound,
  })

export const useFinding = (analyzerArn: string, id: string) =>
  useQuery({
    ...q(useCaller(), 'accessAnalyzer', 'GetFindingV2', { analyzerArn, id }),
    ...orNotFound,
  })

export function useArchiveRules(analyzerName: string) {
  const caller = useCaller()
  return useQuery({
    queryKey: key(caller, 'archive rules', analyzerName),
    queryFn: () => track(archiveRules(caller.client(), analyzerName)),
  })
}
