import { ValidateBy, validateSync, type ValidationError } from 'class-validator';

interface Size {
  readonly min: number;
  readonly max: number;
}

const faultsShownMax = 20;

const sentencesOf = (errors: readonly ValidationError[]): string[] =>
  errors.flatMap(({ property, constraints = {} }) =>
    'whitelistValidation' in constraints ? [`${property}：没有这一项`] : Object.values(constraints).slice(0, 1),
  );

/**
 * A list of `min` to `max` objects of one shape, each field checked; a fault names its line, 1 first. The items stay plain
 * objects. `ValidateNested` would need class-transformer, which is no part of a pure slice. For the API document the rule
 * is named `nestedListOf` and its constraints are the class and the size.
 */
export function IsListOf(label: string, shape: new () => object, { min, max }: Size): PropertyDecorator {
  const faultsOf = (value: unknown): string[] => {
    if (!Array.isArray(value) || value.length < min || value.length > max)
      return [`${label}：请给出 ${min} 至 ${max} 行`];
    return value.flatMap((item: unknown, index) => {
      const line = `${label}第 ${index + 1} 行`;
      if (typeof item !== 'object' || item === null || Array.isArray(item)) return [`${line}：应是一组字段`];
      const errors = validateSync(Object.assign(new shape(), item), { whitelist: true, forbidNonWhitelisted: true });
      return sentencesOf(errors).map((sentence) => `${line}，${sentence}`);
    });
  };
  return ValidateBy({
    name: 'nestedListOf',
    constraints: [shape, { min, max }],
    validator: {
      validate: (value) => faultsOf(value).length === 0,
      defaultMessage: (asked) => faultsOf(asked?.value).slice(0, faultsShownMax).join('；'),
    },
  });
}
