import { on } from './place'

const confirm = 'To confirm deletion, enter delete in the text input field.'

const findingPages = [
  '/iam/access-analyzer/resource-analysis/:analyzerName/:findingId',
  '/iam/access-analyzer/unused-access/:analyzerName/:findingId',
] as const

export const accessAnalyzer = {
  ...on('/iam/access-analyzer', {
    'iam.accessAnalyzer.create': ['link', 'Create analyzer'],
  }),
  ...on('/iam/access-analyzer/create', {
    'iam.createAnalyzer.analysis': ['radiogroup', 'Finding type'],
    'iam.createAnalyzer.external': ['radio', 'Resource analysis - External access'],
    'iam.createAnalyzer.unused': ['radio', 'Principal analysis - Unused access'],
    'iam.createAnalyzer.name': ['textbox', 'Name'],
    'iam.createAnalyzer.days': ['textbox', 'Tracking period'],
    'iam.createAnalyzer.zone': ['radiogroup', 'Zone of trust'],
    'iam.createAnalyzer.account': ['radio', 'Current account'],
    'iam.createAnalyzer.organization': ['radio', 'Current organization'],
    'iam.createAnalyzer.addTag': ['button', 'Add new tag'],
    'iam.createAnalyzer.submit': ['button', 'Create analyzer'],
    'iam.createAnalyzer.cancel': ['link', 'Cancel'],
  }),
  ...on('/iam/access-analyzer/resource-analysis', {
    'iam.resourceAnalysis.createAnalyzer': ['link', 'Create analyzer'],
    'iam.resourceAnalysis.search': ['searchbox', 'Search findings'],
    'iam.resourceAnalysis.status': ['button', 'Filter by Status'],
    'iam.resourceAnalysis.refresh': ['button', 'Refresh findings'],
    'iam.resourceAnalysis.preferences': ['button', 'Preferences'],
    'iam.resourceAnalysis.archive': ['button', 'Archive'],
    'iam.resourceAnalysis.activate': ['button', 'Unarchive'],
  }),
  ...on('/iam/access-analyzer/resource-analysis/:analyzerName/:findingId', {
    'iam.finding.rescan': ['button', 'Rescan'],
  }),
  ...on(findingPages, {
    'iam.finding.archive': ['button', 'Archive'],
    'iam.finding.activate': ['button', 'Unarchive'],
  }),
  ...on('/iam/access-analyzer/unused-access', {
    'iam.unusedAccess.createAnalyzer': ['link', 'Create analyzer'],
    'iam.unusedAccess.search': ['searchbox', 'Search findings'],
    'iam.unusedAccess.status': ['button', 'Filter by Status'],
    'iam.unusedAccess.refresh': ['button', 'Refresh findings'],
    'iam.unusedAccess.preferences': ['button', 'Preferences'],
    'iam.unusedAccess.archive': ['button', 'Archive'],
    'iam.unusedAccess.activate': ['button', 'Unarchive'],
  }),
  ...on('/iam/access-analyzer/settings', {
    'iam.analyzers.search': ['searchbox', 'Search analyzers'],
    'iam.analyzers.refresh': ['button', 'Refresh analyzers'],
    'iam.analyzers.preferences': ['button', 'Preferences'],
    'iam.analyzers.delete': ['button', 'Delete'],
    'iam.analyzers.create': ['link', 'Create analyzer'],
    'iam.deleteAnalyzers.confirm': ['textbox', confirm],
    'iam.deleteAnalyzers.submit': ['button', 'Delete'],
    'iam.deleteAnalyzers.cancel': ['button', 'Cancel'],
  }),
  ...on('/iam/access-analyzer/settings/:analyzerName', {
    'iam.analyzer.delete': ['button', 'Delete analyzer'],
    'iam.analyzer.search': ['searchbox', 'Search rules'],
    'iam.analyzer.refresh': ['button', 'Refresh rules'],
    'iam.analyzer.preferences': ['button', 'Preferences'],
    'iam.analyzer.deleteRule': ['button', 'Delete rule'],
    'iam.analyzer.applyRule': ['button', 'Archive active findings'],
    'iam.analyzer.createRule': ['link', 'Create archive rule'],
    'iam.deleteAnalyzer.confirm': ['textbox', confirm],
    'iam.deleteAnalyzer.submit': ['button', 'Delete'],
    'iam.deleteAnalyzer.cancel': ['button', 'Cancel'],
  }),
  ...on('/iam/access-analyzer/settings/:analyzerName/create-rule', {
    'iam.createArchiveRule.name': ['textbox', 'Rule name'],
    'iam.createArchiveRule.addCriterion': ['button', 'Add criterion'],
    'iam.createArchiveRule.apply': [
      'checkbox',
      'Archive active findings that meet the criteria',
    ],
    'iam.createArchiveRule.submit': ['button', 'Create rule'],
    'iam.createArchiveRule.cancel': ['link', 'Cancel'],
  }),
}
