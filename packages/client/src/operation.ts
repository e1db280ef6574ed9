/**
 * The text of a GraphQL operation and the types that go with it. Generated operations have this shape; it is told
 * apart from them so that published types need no types of others.
 */
export interface Operation<Result, Variables> {
  toString(): string
  /** Never there at run time. */
  readonly __apiType?: (variables: Variables) => Result
}
