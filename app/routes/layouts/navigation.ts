import type { SideNavigationProps } from '@cloudscape-design/components/side-navigation'

import { pb } from '~/lib/path-builder'
import { arranged, word } from '~/lib/words'
import type { PlaceId } from '~/lib/places'

type Navigation = {
  header: SideNavigationProps.Header
  items: SideNavigationProps.Item[]
}

const link = (text: string, href: string): SideNavigationProps.Link => ({
  type: 'link',
  text,
  href,
})

const externally = (text: string, href: string): SideNavigationProps.Link => ({
  ...link(text, href),
  external: true,
  externalIconAriaLabel: 'Opens in a new tab',
})

const iam = (): Navigation => ({
  header: { text: 'Identity and Access Management (IAM)', href: pb.iam() },
  items: [
    link('Dashboard', pb.iam()),
    {
      type: 'section',
      text: 'Access Management',
      items: [
        link(word('iam.nav.roles'), pb.roles()),
        link(word('iam.nav.policies'), pb.policies()),
        link(word('iam.nav.users'), pb.users()),
        link(word('iam.nav.groups'), pb.groups()),
        link('Identity providers', pb.identityProviders()),
        link('Account settings', pb.accountSettings()),
        link('Root access management', pb.rootAccess()),
        link('Temporary delegation requests', pb.delegationRequests()),
      ],
    },
    {
      type: 'section',
      text: 'Access reports',
      items: [
        {
          type: 'link-group',
          text: 'Access Analyzer',
          href: pb.accessAnalyzer(),
          items: [
            link('Resource analysis', pb.resourceAnalysis()),
            link('Unused access', pb.unusedAccess()),
            link('Analyzer settings', pb.analyzerSettings()),
          ],
        },
        link('Credential report', pb.credentialReport()),
        link('Organization activity', pb.organizationActivity()),
        link('Service control policies', pb.serviceControlPolicies()),
        link('Resource control policies', pb.resourceControlPolicies()),
      ],
    },
    {
      type: 'section',
      text: 'Related consoles',
      items: [
        externally('IAM Identity Center', 'https://docs.aws.amazon.com/singlesignon/'),
        externally('AWS Organizations', 'https://docs.aws.amazon.com/organizations/'),
      ],
    },
  ],
})

const s3Page = (text: string) => link(text, pb.notBuilt('s3', text))

const s3: Navigation = {
  header: { text: 'Amazon S3', href: pb.buckets() },
  items: [
    {
      type: 'section',
      text: 'Buckets',
      items: [
        link('General purpose buckets', pb.buckets()),
        s3Page('Directory buckets'),
        s3Page('Table buckets'),
        s3Page('Vector buckets'),
      ],
    },
    {
      type: 'section',
      text: 'Access management and security',
      items: [
        s3Page('Access Points'),
        s3Page('Access Points for FSx'),
        s3Page('Access Grants'),
        s3Page('IAM Access Analyzer for S3'),
      ],
    },
    {
      type: 'section',
      text: 'Storage management and insights',
      items: [s3Page('Storage Lens'), s3Page('Batch Operations')],
    },
  ],
}

const cloudtrail: Navigation = {
  header: { text: 'CloudTrail', href: pb.events() },
  items: [
    link('Dashboard', pb.notBuilt('cloudtrail', 'Dashboard')),
    link('Event history', pb.events()),
    link('Trails', pb.notBuilt('cloudtrail', 'Trails')),
  ],
}

const navigations: Record<string, () => Navigation> = {
  iam,
  s3: () => s3,
  cloudtrail: () => cloudtrail,
}

/** In the order of the edition, also within what holds others. */
const inOrder = (items: readonly SideNavigationProps.Item[]): SideNavigationProps.Item[] =>
  arranged('navigation', items).map((item) =>
    'items' in item && item.type === 'section'
      ? { ...item, items: inOrder(item.items) }
      : item
  )

/** What the left side shows; the console's own pages have nothing there. */
export function navigationOf(service: string | undefined): Navigation | undefined {
  const navigation = navigations[service ?? '']?.()
  return navigation && { ...navigation, items: inOrder(navigation.items) }
}

const hrefsIn = (items: readonly SideNavigationProps.Item[]): string[] =>
  items.flatMap((item) => [
    ...('href' in item ? [item.href] : []),
    ...('items' in item ? hrefsIn(item.items) : []),
  ])

/** The entry for a page: its own, or that of the list it belongs to. */
export function activeHref(navigation: Navigation, pathname: string) {
  const decoded = hrefsIn(navigation.items).filter(
    (href) => pathname === href || pathname.startsWith(`${href}/`)
  )
  return decoded.sort((a, b) => b.length - a.length)[0]
}

const placesByHref: Record<string, PlaceId> = {
  [pb.iam()]: 'iam.nav.dashboard',
  [pb.roles()]: 'iam.nav.roles',
  [pb.policies()]: 'iam.nav.policies',
  [pb.users()]: 'iam.nav.users',
  [pb.groups()]: 'iam.nav.groups',
  [pb.identityProviders()]: 'iam.nav.identityProviders',
  [pb.accountSettings()]: 'iam.nav.accountSettings',
  [pb.rootAccess()]: 'iam.nav.rootAccess',
  [pb.delegationRequests()]: 'iam.nav.delegationRequests',
  [pb.organizationActivity()]: 'iam.nav.organizationActivity',
  [pb.serviceControlPolicies()]: 'iam.nav.serviceControlPolicies',
  [pb.resourceControlPolicies()]: 'iam.nav.resourceControlPolicies',
  [pb.accessAnalyzer()]: 'iam.nav.accessAnalyzer',
  [pb.resourceAnalysis()]: 'iam.nav.resourceAnalysis',
  [pb.unusedAccess()]: 'iam.nav.unusedAccess',
  [pb.analyzerSettings()]: 'iam.nav.analyzerSettings',
  [pb.credentialReport()]: 'iam.nav.credentialReport',
}

/** Cloudscape's navigation takes no attributes for its links, so they are marked once drawn. */
export function markPlaces(navigation: HTMLElement | null) {
  for (const link of navigation?.querySelectorAll('a') ?? []) {
    const id = placesByHref[link.getAttribute('href') ?? '']
    // the header leads to the dashboard too
    if (id && link.textContent === word(id)) link.dataset.uPlace = id
  }
}
