// What the form calls what a file holds: a part of it, a group, an indsats.

const NAMING_FIELDS = ["navn", "overskrift", "titel", "enhed_og_maerke", "hvad", "punkt", "fil"];
/** @type {Record<string, string>} */
const PART_TITLES = { status: "Året", filstatus: "Færdig", andet: "Flere oplysninger" };

/** Give what a group is called: by its own name where it has one.
 * @param {ViewNode} group
 */
function titleOf(group) {
  if (PART_TITLES[group.felt] && group.sti.startsWith("del/")) return PART_TITLES[group.felt];
  const naming = NAMING_FIELDS.find((felt) => childOf(group, felt));
  const name = naming ? valueIn(group, naming).trim() : "";
  if (name || !naming) return name || group.titel || group.navn;
  return group.navn || `${upFirst(group.ét)} uden navn`;
}

/** @type {WeakMap<View, Map<string, string>>} */
const namesIn = new WeakMap();

/** Give what a view calls each indsats, by id; kept with the view, as every reference to one asks.
 * @param {View} visning
 */
function namesOf(visning) {
  const kept = namesIn.get(visning);
  if (kept) return kept;
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const list of visning.dele.filter(({ felt }) => felt === "indsatser")) {
    for (const group of groupsIn(list)) {
      const id = valueIn(group, "id");
      names.set(id, [names.get(id), titleOf(group)].filter(Boolean).join(" og "));
    }
  }
  namesIn.set(visning, names);
  return names;
}

/** @param {ViewNode} node */
function titleOfAny(node) {
  return node.type === "gruppe" ? titleOf(node) : node.navn || node.titel;
}
