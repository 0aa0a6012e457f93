/** The product's pages. */

const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`)

const page = (title, content) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)} · Tidemark</title>
<link rel="icon" href="data:,">
<style>
body { font: 18px/1.6 Georgia, serif; max-width: 38rem; margin: 3rem auto; color: #123; background: #f4fbfa; }
h1 { font-weight: normal; color: #065; }
button, .button { font: inherit; padding: .4rem 1rem; border: 1px solid #065; border-radius: 2rem; background: #065; color: #fff; text-decoration: none; }
input { font: inherit; width: 100%; padding: .3rem; box-sizing: border-box; }
[role=alert] { border-left: 4px solid #a30; padding-left: 1rem; }
[role=status] { border-left: 4px solid #065; padding-left: 1rem; }
</style>
</head>
<body>
<p>Tidemark <small>knows how high your storage stands</small></p>
<h1>${escaped(title)}</h1>
${content}
</body>
</html>`

export const welcome = () =>
  page(
    'Your storage, at a glance',
    `<p>We look at your buckets once a day and tell you what has changed.</p>
<form method="post" action="/connections"><button type="submit">Connect your AWS account</button></form>`
  )

const consoleLink = ({ account, externalId }) =>
  'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles/create' +
  `?trustedEntityType=AWS_ACCOUNT&awsAccount=${account}&isThirdParty=true` +
  `&externalId=${externalId}&policies=arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess` +
  '&roleName=TidemarkReader&step=review'

const outcome = ({ error, buckets, done }) => {
  if (error) return `<p role="alert">${escaped(error)}</p>`
  if (done) return `<p role="status">${escaped(done)}</p>`
  if (!buckets) return ''
  return `<p role="status">Connected. We can see ${buckets.length} buckets.</p>
<ul aria-label="Buckets">${buckets.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul>`
}

const summaryForm = ({ id }, buckets = []) =>
  buckets.length > 0
    ? `<form method="post" action="/connections/${id}/summary">
<input type="hidden" name="bucket" value="${escaped(buckets[0])}">
<button type="submit">Write a summary into ${escaped(buckets[0])}</button></form>`
    : ''

export const connectionPage = (connection, result = {}) => {
  const { id, externalId, role = '' } = connection
  const link = escaped(consoleLink(connection))
  return page(
    'Connect your AWS account',
    `${outcome(result)}
<ol>
<li><p>Create a role for us. Your external ID is <code>${escaped(externalId)}</code>.</p>
<p><a class="button" href="${link}">Create the role in AWS</a>
<a href="${link}" target="_blank" rel="noopener">or in a new tab</a></p></li>
<li><form method="post" action="/connections/${id}/role">
<p><label>Role ARN <input name="role" required value="${escaped(role)}"></label></p>
<button type="submit">Check the connection</button></form></li>
</ol>
${summaryForm(connection, result.buckets)}`
  )
}
