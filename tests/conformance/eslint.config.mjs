// Schema lint: graphql-eslint's recommended and Relay rules over the committed SDL.
import graphql from '@graphql-eslint/eslint-plugin'

const rules = graphql.configs

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: '../../schema/schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...rules['flat/schema-recommended'].rules,
      ...rules['flat/schema-relay'].rules,
      // Small closed lists (a person's former names, a household's members) are plain lists on purpose.
      '@graphql-eslint/relay-edge-types': ['error', { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
      // Payloads, connections and results have no identity of their own; what has one implements Node.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/require-description': ['error', { types: true, rootField: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true }],
    },
  },
]
