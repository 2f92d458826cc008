/** What a part of a simulator is given that shows its parameters and changes them: `onChange` takes those that change. */
export type ParametersProps<Parameters> = {
  parameters: Parameters;
  onChange: (changed: Partial<Parameters>) => void;
};
