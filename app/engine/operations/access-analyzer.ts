import type { AccessAnalyzerOperations } from '../api'
import { deferred, type ServiceTable } from '../kernel'

/** What is found depends on every service's actions. */
async function withServices<T>(load: () => Promise<T>): Promise<T> {
  const services = await import('../catalog/service-authorization')
  await services.loadServiceAuthorization()
  return load()
}

export const accessAnalyzerOperations: ServiceTable<AccessAnalyzerOperations> = {
  ...deferred(
    () => withServices(async () => (await import('./analyzers')).analyzerOperations),
    [
      'CreateAnalyzer',
      'GetAnalyzer',
      'ListAnalyzers',
      'DeleteAnalyzer',
      'StartResourceScan',
    ]
  ),
  ...deferred(
    () =>
      withServices(
        async () => (await import('./analyzer-findings')).analyzerFindingOperations
      ),
    ['ListFindings', 'ListFindingsV2', 'GetFinding', 'GetFindingV2', 'UpdateFindings']
  ),
  ...deferred(
    () => withServices(async () => (await import('./archive-rules')).archiveRuleOperations),
    [
      'CreateArchiveRule',
      'GetArchiveRule',
      'ListArchiveRules',
      'UpdateArchiveRule',
      'DeleteArchiveRule',
      'ApplyArchiveRule',
    ]
  ),
  ...deferred(
    () => import('./policy-validation').then((module) => module.policyValidationOperations),
    ['ValidatePolicy']
  ),
}
