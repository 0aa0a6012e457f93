import { describe, expect, test } from 'vitest'

import { readStartParameters } from '~/data/start-parameters'
import { accountHint, consoleAddress } from './console-address'
import { pb } from './path-builder'

const expectOurs = (address: string, ours: string) =>
  expect(consoleAddress(address)).toBe(ours)

const ROLES = 'https://console.aws.amazon.com/iam/home?region=us-east-1#/roles'
const encoded = encodeURIComponent

describe('switch role', () => {
  const link = { account: '111122223333', roleName: 'Team' }
  const host = 'https://signin.aws.amazon.com/switchrole'
  test.each([
    [`${host}?account=111122223333&roleName=Team`, pb.switchRole(link)],
    [`${host}?roleName=Team&account=111122223333`, pb.switchRole(link)],
    [
      `${host}?roleName=Team&account=111122223333&displayName=My+Team`,
      pb.switchRole({ ...link, displayName: 'My Team' }),
    ],
    [
      `${host}?color=F2B0A9&displayName=My%20Team&account=111122223333&roleName=Team`,
      pb.switchRole({ ...link, displayName: 'My Team', color: 'F2B0A9' }),
    ],
    [
      `${host}?account=northwind&roleName=path%2FTeam`,
      pb.switchRole({ account: 'northwind', roleName: 'path/Team' }),
    ],
    [
      'https://us-east-1.signin.aws.amazon.com/switchrole?account=111122223333&roleName=Team',
      pb.switchRole(link),
    ],
    [
      'https://signin.aws.amazon.com/switchRole?account=111122223333&roleName=Team',
      pb.switchRole(link),
    ],
    [
      'https://signin.aws.amazon.com/switchrole/?account=111122223333&rolename=Team',
      pb.switchRole(link),
    ],
    [
      'https://signin.amazonaws-us-gov.com/switchrole?roleName=Team&account=111122223333',
      pb.switchRole(link),
    ],
    [
      'https://signin.amazonaws.cn/switchrole?roleName=Team&account=111122223333',
      pb.switchRole(link),
    ],
    ['/switchrole?account=111122223333&roleName=Team', pb.switchRole(link)],
    [host, pb.switchRole()],
    [
      `${host}?account=111122223333&roleName=Team&redirect_uri=${encoded(ROLES)}`,
      pb.switchRole({ ...link, next: pb.roles() }),
    ],
    [
      `${host}?account=111122223333&roleName=Team&redirect_uri=https%3A%2F%2Fevil.example%2F`,
      pb.switchRole(link),
    ],
  ])('%s', expectOurs)
})

describe('sign-in', () => {
  const account = { account: '111122223333' }
  test.each([
    ['https://111122223333.signin.aws.amazon.com/console', pb.signIn(account)],
    ['https://111122223333.signin.aws.amazon.com/console/', pb.signIn(account)],
    ['https://111122223333.signin.aws.amazon.com/', pb.signIn(account)],
    [
      'https://northwind-games.signin.aws.amazon.com/console',
      pb.signIn({ account: 'northwind-games' }),
    ],
    [
      'https://Northwind-Games.signin.aws.amazon.com/console/s3',
      pb.signIn({ next: pb.buckets(), account: 'northwind-games' }),
    ],
    [
      'https://northwind.signin.aws.amazon.com/console/iam?region=us-east-1',
      pb.signIn({ next: pb.iam(), account: 'northwind' }),
    ],
    [
      'https://northwind.signin.aws.amazon.com/console/ec2',
      pb.signIn({ account: 'northwind' }),
    ],
    ['https://northwind.signin.amazonaws.cn/console', pb.signIn({ account: 'northwind' })],
    [
      'https://northwind.signin.amazonaws-us-gov.com/console',
      pb.signIn({ account: 'northwind' }),
    ],
    ['https://signin.aws.amazon.com/console', pb.signIn()],
    ['https://signin.aws.amazon.com/', pb.signIn()],
    ['https://signin.aws.amazon.com/signin', pb.signIn()],
    ['https://signin.aws.amazon.com/saml', pb.signIn()],
    ['https://signin.aws.amazon.com/oauth?Action=logout', pb.signIn()],
    ['https://console.aws.amazon.com/console/logout!doLogout', pb.signIn()],
  ])('%s', expectOurs)
})

describe('the way through sign-in to a page', () => {
  const home = pb.consoleHome()
  test.each([
    [
      'https://signin.aws.amazon.com/federation?Action=login&Destination=https%3A%2F%2Fconsole.aws.amazon.com&SigninToken=abc',
      home,
    ],
    [
      'https://signin.aws.amazon.com/federation?Action=login&Issuer=&Destination=https://console.aws.amazon.com/&SigninToken=abc',
      home,
    ],
    [
      `https://signin.aws.amazon.com/federation?Action=login&Issuer=tool&Destination=${encoded(ROLES)}&SigninToken=abc`,
      pb.roles(),
    ],
    [
      `https://us-west-2.signin.aws.amazon.com/federation?SigninToken=abc&SessionDuration=3600&Action=login&destination=${encoded(encoded(ROLES))}`,
      pb.roles(),
    ],
    [
      `https://signin.aws.amazon.com/federation?Action=login&SigninToken=abc&Destination=${ROLES}`,
      pb.roles(),
    ],
    [
      `https://signin.amazonaws-us-gov.com/federation?Action=login&Destination=${encoded('https://us-gov-west-1.console.amazonaws-us-gov.com/s3/home?region=us-gov-west-1')}`,
      pb.buckets(),
    ],
    [
      `https://signin.aws.amazon.com/oauth?redirect_uri=${encoded('https://console.aws.amazon.com/console/home?state=hashArgs%23&isauthcode=true')}&client_id=arn%3Aaws%3Aiam%3A%3A111122223333%3Auser%2Fhomepage&response_type=code&iam_user=true`,
      home,
    ],
    [
      `https://us-east-1.signin.aws.amazon.com/oauth?response_type=code&client_id=x&redirect_uri=${encoded('https://us-east-1.console.aws.amazon.com/iamv2/home?region=us-east-1&state=hashArgs%23%2Fusers&isauthcode=true')}&forceMobileLayout=0`,
      pb.users(),
    ],
    [
      `https://ap-southeast-2.signin.aws.amazon.com/oauth?client_id=x&code_challenge=y&redirect_uri=${encoded('https://console.aws.amazon.com/iam/home?hashArgs=%23%2Froles%2Fdetails%2FTeam&isauthcode=true&state=hashArgsFromTB_us-east-1_0123456789abcdef')}`,
      pb.role('Team'),
    ],
    [
      `https://us-east-1.signin.aws.amazon.com/oauth?redirect_uri=${encoded('https://s3.console.aws.amazon.com/s3/buckets/reports/?region=us-east-1&state=hashArgs%23&tab=overview&isauthcode=true')}`,
      pb.bucket('reports'),
    ],
    [
      `https://signin.aws.amazon.com/signin?redirect_uri=${encoded('https://console.aws.amazon.com/iam/?state=hashArgs%23&isauthcode=true')}`,
      pb.iam(),
    ],
    [
      'https://northwind.awsapps.com/start/#/console?account_id=111122223333&role_name=Admin',
      home,
    ],
    [
      `https://d-0123456789.awsapps.com/start/#/console?account_id=111122223333&role_name=Admin&destination=${encoded(ROLES)}`,
      pb.roles(),
    ],
  ])('%s', expectOurs)
})

describe('console home, and pages by ARN', () => {
  const view = 'https://console.aws.amazon.com/go/view'
  test.each([
    ['https://console.aws.amazon.com', pb.consoleHome()],
    ['https://console.aws.amazon.com/', pb.consoleHome()],
    ['https://console.aws.amazon.com/console', pb.consoleHome()],
    ['https://console.aws.amazon.com/console/home', pb.consoleHome()],
    [
      'https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1#',
      pb.consoleHome(),
    ],
    [
      'https://console.aws.amazon.com/console/home?nc2=h_ct&src=header-signin',
      pb.consoleHome(),
    ],
    [
      'https://111122223333-a1b2c3d4.eu-west-1.console.aws.amazon.com/console/home?region=eu-west-1',
      pb.consoleHome(),
    ],
    ['https://console.amazonaws-us-gov.com/', pb.consoleHome()],
    ['https://console.amazonaws.cn/console/home', pb.consoleHome()],
    ['https://console.amazonaws.cn/iam/home#/providers', pb.identityProviders()],
    [
      'https://console.amazonaws.cn/iam/home?region=cn-northwest-1#/users$new?step=details',
      pb.userCreate({ step: 'details' }),
    ],
    [
      'https://us-gov-west-1.console.amazonaws-us-gov.com/iam/home?region=us-gov-west-1#/roles',
      pb.roles(),
    ],
    [
      'https://111122223333-a1b2c3d4.us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles',
      pb.roles(),
    ],
    ['http://console.aws.amazon.com/iam/home#/roles', pb.roles()],
    ['  https://console.aws.amazon.com/iam/home#/roles ', pb.roles()],
    [`${view}?arn=arn:aws:iam::111122223333:role/path/Team`, pb.role('Team')],
    [`${view}?arn=${encoded('arn:aws:iam::111122223333:role/Team')}`, pb.role('Team')],
    [`${view}/arn:aws:iam::111122223333:user/ann`, pb.user('ann')],
    [`${view}?arn=arn:aws:iam::111122223333:group/Players`, pb.group('Players')],
    [
      `${view}?arn=arn:aws:iam::aws:policy/ReadOnlyAccess`,
      pb.policy('arn:aws:iam::aws:policy/ReadOnlyAccess'),
    ],
    [
      `${view}?arn=arn:aws:iam::111122223333:saml-provider/Directory`,
      pb.identityProvider('arn:aws:iam::111122223333:saml-provider/Directory'),
    ],
    [`${view}?arn=arn:aws:sts::111122223333:assumed-role/Team/ann`, pb.role('Team')],
    [`${view}?arn=arn:aws:s3:::reports`, pb.bucket('reports')],
    [
      `${view}?arn=arn:aws:s3:::reports/2026/june.csv`,
      pb.bucket('reports', { prefix: '2026/', object: '2026/june.csv' }),
    ],
  ])('%s', expectOurs)
})

describe('S3', () => {
  const S3 = 'https://s3.console.aws.amazon.com'
  const june = pb.bucket('reports', { prefix: '2026/', object: '2026/june.csv' })
  test.each([
    [`${S3}/`, pb.buckets()],
    [`${S3}/s3`, pb.buckets()],
    [`${S3}/s3/home?region=us-east-1`, pb.buckets()],
    [`${S3}/s3/home#`, pb.buckets()],
    [`${S3}/s3/home#/listBuckets`, pb.buckets()],
    [`${S3}/s3/buckets?region=us-east-1`, pb.buckets()],
    [
      'https://us-east-1.console.aws.amazon.com/s3/buckets?region=us-east-1&bucketType=general',
      pb.buckets(),
    ],
    ['https://console.aws.amazon.com/s3/', pb.buckets()],
    [`${S3}/s3/get-started?region=us-east-1`, pb.buckets()],
    [`${S3}/s3/buckets/reports`, pb.bucket('reports')],
    [`${S3}/s3/buckets/reports/?region=us-east-1&tab=overview`, pb.bucket('reports')],
    [
      `${S3}/s3/buckets/reports?tab=permissions`,
      pb.bucket('reports', { tab: 'permissions' }),
    ],
    [`${S3}/s3/buckets/reports?region=us-east-1&tab=properties`, pb.bucket('reports')],
    [
      `${S3}/s3/buckets/reports?region=us-east-1&prefix=2026/&showversions=false`,
      pb.bucket('reports', { prefix: '2026/' }),
    ],
    [
      `${S3}/s3/buckets/reports?prefix=open%2Ftargets%2F&region=us-east-1#`,
      pb.bucket('reports', { prefix: 'open/targets/' }),
    ],
    [
      `${S3}/s3/buckets/reports/2026/june/?region=us-east-1&tab=overview`,
      pb.bucket('reports', { prefix: '2026/june/' }),
    ],
    [`${S3}/s3/object/reports?region=us-east-1&prefix=2026/june.csv`, june],
    [`${S3}/s3/object/reports/2026/june.csv?region=us-east-1&tab=overview`, june],
    [
      'https://eu-west-1.console.aws.amazon.com/s3/object/reports?region=eu-west-1&bucketType=general&prefix=a%20b.txt',
      pb.bucket('reports', { object: 'a b.txt' }),
    ],
    [`${S3}/s3/buckets/reports/object/details?prefix=2026/june.csv`, june],
    [
      `${S3}/s3/upload/reports?region=us-east-1&prefix=2026/`,
      pb.upload('reports', '2026/'),
    ],
    [`${S3}/s3/bucket/create?region=us-east-1`, pb.bucketCreate()],
    ['https://console.aws.amazon.com/s3/home#/create', pb.bucketCreate()],
    [`${S3}/s3/bucket/reports/delete?region=us-east-1`, pb.bucketDelete('reports')],
    [
      `${S3}/s3/bucket/reports/property/policy/edit`,
      pb.bucket('reports', { tab: 'permissions' }),
    ],
    [
      'https://console.aws.amazon.com/s3/home?bucket=reports&prefix=2026%2F&region=us-west-2#',
      pb.bucket('reports', { prefix: '2026/' }),
    ],
    [
      'https://console.aws.amazon.com/s3/home?region=us-west-2#&bucket=reports&prefix=2026/',
      pb.bucket('reports', { prefix: '2026/' }),
    ],
    [
      'https://console.aws.amazon.com/s3/home#/table-buckets',
      pb.notBuilt('s3', 'Table buckets'),
    ],
  ])('%s', expectOurs)
})

describe('CloudTrail', () => {
  const TRAIL = 'https://console.aws.amazon.com/cloudtrail/home'
  const V2 = 'https://us-east-1.console.aws.amazon.com/cloudtrailv2/home'
  const id = '0a1b2c3d-1111-2222-3333-444455556666'
  test.each([
    [`${TRAIL}?region=us-east-1#/events`, pb.events()],
    [`${TRAIL}#/events`, pb.events()],
    [`${TRAIL}?#/events`, pb.events()],
    [`${TRAIL}?#/events?EventName=AssumeRole`, pb.events({ EventName: 'AssumeRole' })],
    [
      `${TRAIL}?region=us-east-1#/events?ResourceName=Team`,
      pb.events({ ResourceName: 'Team' }),
    ],
    [`${TRAIL}?region=us-east-1#/events/${id}`, pb.events({ EventId: id })],
    [`${V2}?region=us-east-1#/events`, pb.events()],
    [`${V2}?region=us-east-1#/events/${id}`, pb.events({ EventId: id })],
    [`${V2}?region=us-east-1#/events?EventId=${id}`, pb.events({ EventId: id })],
    [
      `${V2}?region=us-east-1#/events?Username=ann%40example.com&StartTime=2026-05-14T00%3A00%3A00Z`,
      pb.events({ Username: 'ann@example.com' }),
    ],
    [`${V2}?region=us-east-1#/events?ReadOnly=false`, pb.events({ ReadOnly: 'false' })],
    [
      'https://console.aws.amazon.com/cloudtrailv2/home?ReadOnly=false/events?ReadOnly=false',
      pb.events({ ReadOnly: 'false' }),
    ],
    ['https://console.aws.amazon.com/cloudtrail/', pb.events()],
    [`${V2}?region=us-east-1#/dashboard`, pb.notBuilt('cloudtrail', 'Dashboard')],
    [
      `${TRAIL}?#/trails/arn:aws:cloudtrail:us-east-1:111122223333:trail/t`,
      pb.notBuilt('cloudtrail', 'Trails'),
    ],
  ])('%s', expectOurs)
})

describe('the account of a link goes into the sign-in form', () => {
  test.each([
    [
      'https://111122223333-a1b2c3d4.us-east-1.console.aws.amazon.com/iam/home#/roles',
      '111122223333',
    ],
    ['https://northwind.signin.aws.amazon.com/console', 'northwind'],
    [
      'https://signin.aws.amazon.com/oauth?redirect_uri=%2Fconsole%2Fhome&account=northwind',
      'northwind',
    ],
    ['https://x.awsapps.com/start/#/console?account_id=111122223333', '111122223333'],
    [
      `https://x.awsapps.com/start/#/console?destination=${encoded('https://111122223333-a1b2c3d4.us-east-1.console.aws.amazon.com/iam/home')}`,
      '111122223333',
    ],
    ['https://us-east-1.signin.aws.amazon.com/switchrole?account=111122223333', undefined],
    [
      'https://console.aws.amazon.com/iam/home#/roles/create?account=111122223333',
      undefined,
    ],
    ['/iam/home#/roles', undefined],
  ])('%s', (address, account) => {
    expect(accountHint(address)).toBe(account)
  })
})

describe('no page', () => {
  test.each([
    'https://console.aws.amazon.com/ec2/v2/home?region=us-east-1#Instances:',
    'https://console.aws.amazon.com/iam/home#/nonsense',
    'https://console.aws.amazon.com/iam/home#__proto__',
    'https://console.aws.amazon.com/constructor',
    'https://console.aws.amazon.com/toString/x',
    'https://console.aws.amazon.com/go/view?arn=arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1',
    'https://console.aws.amazon.com/go/view',
    'https://signin.aws.amazon.com/federation?Action=getSigninToken&Session=x',
    'https://signin.aws.amazon.com/federation?Action=login&Destination=https%3A%2F%2Fevil.example%2F',
    'https://signin.aws.amazon.com/oauth?redirect_uri=javascript%3Aalert(1)',
    'https://signin.aws.amazon.com/oauth?redirect_uri=%2F%2Fevil.example%2Fiam%2Fhome',
    'https://evil.example/iam/home#/roles',
    'https://console.aws.amazon.com.evil.example/iam/home#/roles',
    'https://evilaws.amazon.com.example/iam/home',
    'https://notaws.amazon.computer/iam/home',
    '//evil.example/iam/home#/roles',
    '/\\evil.example/iam/home#/roles',
    'javascript:alert(1)//console.aws.amazon.com/iam/home',
    'data:text/html,x',
    'https://',
    '/#/roles',
    '/nowhere',
  ])('%s', (address) => {
    expect(consoleAddress(address)).toBeUndefined()
  })
})

describe('whatever is pasted', () => {
  const ends = [
    '%',
    '%E0%A4%A',
    '%FF',
    '%25%25%25',
    '\u0000',
    '?',
    '&=&=',
    '$$',
    '////',
    '..',
  ]
  const begins = [
    '/iam/home#/roles/',
    '/iam/home#/roles/create?policies=',
    '/iam/home#/policies/',
    '/iam/home#',
    '/s3/buckets/',
    '/s3/object/b?prefix=',
    '/cloudtrail/home#/events?EventName=',
    '/switchrole?account=',
    '/oauth?redirect_uri=',
    '/go/view?arn=',
    '/',
  ]
  const long = 'a%2Fb&'.repeat(20_000)

  test.each(begins)('%s never throws and never leads away', (begin) => {
    for (const end of [...ends, long]) {
      const found = consoleAddress(`${begin}${end}`)
      if (found !== undefined) expect(found).toMatch(/^\/(?![/\\])/)
    }
  })

  test('a link that goes through sign-in to itself comes to an end', () => {
    let link = 'https://console.aws.amazon.com/iam/home'
    for (let depth = 0; depth < 8; depth++)
      link = `https://signin.aws.amazon.com/oauth?redirect_uri=${encoded(link)}`
    expect(consoleAddress(link)).toBeUndefined()
  })

  test('no parameter of the real console is taken for a start parameter', () => {
    const names =
      'region nc2 src trk sc_channel client_id redirect_uri response_type state isauthcode hashArgs forceMobileApp forceMobileLayout code_challenge code_challenge_method oauthStart iam_user account roleName displayName color tab prefix bucketType showversions bucket Action Issuer Destination SigninToken SessionDuration account_id role_name arn EventName StartTime EndTime ReadOnly utm_source referrer versionId id code type section step'
    for (const name of names.split(' ')) {
      expect(readStartParameters(`?${name}=1`), name).toEqual({})
    }
  })

  test('our address never looks like a misspelt start parameter', () => {
    const names =
      'awsAccount isThirdParty externalId requireMFA selectedService selectedUseCase provider audience organization repository branch samlAccess attribute value trustPolicy policies permissionsBoundary roleName description tags step'
    const query = names
      .split(' ')
      .map((name) => `${name}=1`)
      .join('&')
    const users = 'userNames=a&login&accessKey&groups=g&copyFrom=u&policies=p'
    for (const hash of [`/roles/create?${query}`, `/users/create?${users}`]) {
      const found = new URL(consoleAddress(`/iam/home#${hash}`) ?? '', 'http://x')
      expect(readStartParameters(found.search)).toEqual({})
    }
  })
})
