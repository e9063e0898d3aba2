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
      // Lists are paged forwards by keyset; there is no way back to offer.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // async-graphql prints short descriptions in a line and long ones in a block.
      '@graphql-eslint/description-style': 'off',
      // Payloads, connections and results have no identity of their own; what has one implements Node.
      '@graphql-eslint/strict-id-in-types': 'off',
      // Arguments say what they are by name and type; what they do stands in their field's description.
      '@graphql-eslint/require-description': ['error', { types: true, rootField: true, FieldDefinition: true, EnumValueDefinition: true }],
    },
  },
]
