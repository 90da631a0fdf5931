/** Names that stories refer to, by id. */
export const names = {
  outlets: numbered('outlet', 12, 'Outlet'),
  people: numbered('person', 12, 'Person'),
  authors: numbered('author', 4, 'Author'),
  topics: numbered('topic', 6, 'Topic'),
};

/** The outlet that a tenth of the stories cite. */
export const RARE = 'outlet-12';

/** “outlet-1” is “Outlet 1”, and so on. */
function numbered(id: string, count: number, name: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${id}-${index + 1}`, `${name} ${index + 1}`]),
  );
}
