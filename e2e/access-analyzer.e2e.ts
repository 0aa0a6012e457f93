import { AWAY, createAnalyzers, trusting } from './analyzers'
import { expect, pb, test } from './kit'
import { ACCOUNT, expectProblem } from './utils'

const partner = { RoleName: 'Partner', AssumeRolePolicyDocument: trusting(AWAY) }

test.use({ as: 'user/Admin' })

test('an analyzer finds a role that another account may assume', async ({
  iam,
  page,
  u,
}) => {
  await iam.accessAnalyzer.open()
  await expect(page.getByText('No analyzers')).toBeVisible()
  await u.call('iam:CreateRole', partner)
  const form = await iam.accessAnalyzer.create()
  await form.submit()
  await expect(page).toHaveFlash('Analyzer ExternalAccess-ConsoleAnalyzer created.')
  const { resourceAnalysis } = iam
  await expect(resourceAnalysis.about('role/Partner')).toContainText(`AWS Account: ${AWAY}`)

  await resourceAnalysis.archive('role/Partner')
  await expect(resourceAnalysis.about('role/Partner')).toBeHidden()
  await resourceAnalysis.show('Archived')
  await resourceAnalysis.unarchive('role/Partner')
  await resourceAnalysis.show('Active')
  await resourceAnalysis.openFinding('role/Partner')
  await expect(page.getByText('sts:AssumeRole', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Rescan' }).click()
  await expect(page).toHaveFlash('The resource was scanned.')

  const closed = { RoleName: 'Partner', PolicyDocument: trusting(ACCOUNT) }
  await u.call('iam:UpdateAssumeRolePolicy', closed)
  await expect(page.getByText('Resolved')).toBeVisible()
  await iam.accessAnalyzer.open()
  await expect(page.getByText('External access findings')).toBeVisible()
})

test('an archive rule archives what it says', async ({ iam, page, u }) => {
  await iam.analyzers.open()
  await createAnalyzers(u)
  await page.getByRole('link', { name: 'Outside' }).click()
  const analyzer = iam.analyzer('Outside')
  await expect(analyzer.heading).toHaveText('Outside')
  await analyzer.createRule({ name: 'Known', value: AWAY, apply: true })
  await expect(analyzer.row('Known')).toContainText(`AWS Account equals ${AWAY}`)
  await iam.resourceAnalysis.open()
  await iam.resourceAnalysis.show('Archived')
  await expect(iam.resourceAnalysis.about('role/Partner')).toBeVisible()
  await iam.analyzers.open()
  await iam.analyzers.delete('Outside')
  await expect(iam.analyzers.row('Outside')).toBeHidden()
})

test('access is unused once its tracking period is over', async ({ iam, page, u }) => {
  await u.start({ as: 'user/Admin', time: '2026-09-01T09:00:00Z' })
  await u.goTo(pb.analyzerCreate({ type: 'ACCOUNT_UNUSED_ACCESS' }))
  const form = iam.createAnalyzer
  await form.trackingPeriod.fill('0')
  await form.submit()
  await expectProblem(form.trackingPeriod, 'Enter a whole number of days from 1 to 365.')
  await form.trackingPeriod.fill('30')
  await form.submit()
  const { unusedAccess } = iam
  await expect(unusedAccess.heading).toContainText('Unused access')
  await unusedAccess.filter('Stuart')
  await expect(unusedAccess.about('Unused password')).toContainText('user/Stuart')
  await unusedAccess.openFinding('Unused permissions')
  await expect(page.getByText('Never accessed').first()).toBeVisible()
})

test('who may not look at findings is told why', async ({ iam, u }) => {
  await u.start({ as: 'user/Stuart' })
  await iam.resourceAnalysis.open()
  await expect(iam.resourceAnalysis.error).toContainText(
    "You don't have permission to access-analyzer:ListAnalyzers"
  )
  await iam.createAnalyzer.open()
  await iam.createAnalyzer.submit()
  await iam.createAnalyzer.why('access-analyzer:CreateAnalyzer')
})
