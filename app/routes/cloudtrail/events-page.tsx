import NotBuiltPage from '~/routes/not-built-page'

export default NotBuiltPage
