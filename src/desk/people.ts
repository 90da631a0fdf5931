/** The name that stands for a person after the first mention: the last word of it, “Petro” of “Gustavo Petro”. */
export const familyNameOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;
