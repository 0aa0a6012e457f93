import { pb } from '~/lib/path-builder'

import type { Crumb } from '../../handle'
import { iam, type IamPage } from '../iam-page'

const overview: Crumb = { text: 'Access Analyzer', href: pb.accessAnalyzer() }
const resources: Crumb = { text: 'Resource analysis', href: pb.resourceAnalysis() }
const unused: Crumb = { text: 'Unused access', href: pb.unusedAccess() }
const settings: Crumb = { text: 'Analyzer settings', href: pb.analyzerSettings() }
const help = 'iam.accessAnalyzer'

export const accessAnalyzerRoutes: IamPage[] = [
  {
    path: pb.accessAnalyzer(),
    crumbs: [iam, { text: 'Access Analyzer' }],
    help,
    contentType: 'dashboard',
    page: () => import('./access-analyzer-page'),
  },
  {
    path: pb.analyzerCreate(),
    crumbs: [iam, overview, { text: 'Create analyzer' }],
    help: 'iam.analyzers',
    contentType: 'form',
    page: () => import('./analyzer-create-page'),
  },
  {
    path: pb.resourceAnalysis(),
    crumbs: [iam, overview, { text: 'Resource analysis' }],
    help: 'iam.externalAccess',
    contentType: 'table',
    page: () => import('./resource-analysis-page'),
  },
  {
    path: `${pb.resourceAnalysis()}/:analyzerName/:findingId`,
    crumbs: [iam, overview, resources, { text: ':findingId' }],
    help: 'iam.externalAccess',
    page: () => import('./finding-page'),
  },
  {
    path: pb.unusedAccess(),
    crumbs: [iam, overview, { text: 'Unused access' }],
    help: 'iam.unusedAccess',
    contentType: 'table',
    page: () => import('./unused-access-page'),
  },
  {
    path: `${pb.unusedAccess()}/:analyzerName/:findingId`,
    crumbs: [iam, overview, unused, { text: ':findingId' }],
    help: 'iam.unusedAccess',
    page: () => import('./finding-page'),
  },
  {
    path: pb.analyzerSettings(),
    crumbs: [iam, overview, { text: 'Analyzer settings' }],
    help: 'iam.analyzers',
    contentType: 'table',
    page: () => import('./analyzer-settings-page'),
  },
  {
    path: '/iam/access-analyzer/settings/:analyzerName',
    crumbs: [iam, overview, settings, { text: ':analyzerName' }],
    help: 'iam.analyzers',
    page: () => import('./analyzer-page'),
  },
  {
    path: '/iam/access-analyzer/settings/:analyzerName/create-rule',
    crumbs: [
      iam,
      overview,
      settings,
      { text: ':analyzerName', href: '/iam/access-analyzer/settings/:analyzerName' },
      { text: 'Create archive rule' },
    ],
    help: 'iam.archiveRules',
    contentType: 'form',
    page: () => import('./archive-rule-create-page'),
  },
]
