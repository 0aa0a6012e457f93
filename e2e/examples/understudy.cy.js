/** Cypress: the hook through `cy.window()`; copy it to `cypress/e2e/`. */
const hook = () => cy.window().its('__understudy__')

describe('connecting an account', () => {
  it('lets Stuart into S3 once he has the role', () => {
    cy.visit('/s3/buckets?scenario=stuart-with-role&as=user/Stuart&motion=off')
    cy.contains("You don't have permissions to list buckets")
    hook().then((u) => u.as('user/Stuart', 'role/RoleS3FullAccess'))
    cy.contains('finance-reports')
    hook()
      .then((u) => u.check({ can: 'user/Alex', do: 's3:ListAllMyBuckets' }))
      .its('ok')
      .should('equal', false)
  })
})
