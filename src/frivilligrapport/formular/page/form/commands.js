// What somebody does at a field, a group or a list, and what it makes of the file: each is a new state of the page.

const commands = {
  /** @type {Set<string>} */
  madeIds: new Set(),

  /** Answer a field while somebody is in it: what is typed counts from where they began.
   * @param {Binding} binding
   * @param {Value} value
   */
  answer(binding, value) {
    /** @type {Typing} */
    const typing = formular.typing?.binding === binding ? formular.typing : { binding, base: formular.shown(), node: binding.node };
    formular.typing = typing;
    formular.change(answered(typing.base, typing.node, value), `svaret i »${binding.name}«`, typing);
  },

  /** @param {Binding} binding */
  leave(binding) {
    formular.typing = null;
    binding.left = true;
    if (binding.node.felt === "navn") this.makeId(binding.node);
    formular.whenStill(() => formular.showFindings());
  },

  /** Give a new indsats its id, from its name; one that has been handed in before keeps its own.
   * @param {ViewNode} naming
   */
  makeId(naming) {
    const state = formular.shown();
    const list = [...nodesOf(state.visning)].find(({ type, børn }) => type === "liste" && børn.some((one) => one.børn.includes(naming)));
    const group = list?.børn.find((one) => one.børn.includes(naming));
    const own = group && childOf(group, "id");
    const before = textOf(own?.værdi ?? "");
    if (!list || !own || (before && !this.madeIds.has(before))) return;
    const isUsed = before && state.tekst.split(before).length > 2;
    const id = idOf(textOf(naming.værdi), list.børn.filter((one) => one !== group).map((one) => valueIn(one, "id")));
    if (!id || isUsed || id === before) return;
    this.madeIds.add(id);
    formular.change(answered(state, own, id), "det korte navn");
  },

  /** Take over a state that is not typed but pressed; the field counts as left.
   * @param {Binding} binding
   * @param {ShownState} next
   */
  press(binding, next) {
    binding.left = true;
    formular.typing = null;
    formular.change(next, `svaret i »${binding.name}«`);
  },

  /**
   * @param {Binding} binding
   * @param {string} word
   */
  chooseReady(binding, word) {
    this.press(binding, answered(formular.shown(), binding.node, Array.isArray(binding.node.værdi) ? [word] : word));
    formular.showFindings();
  },

  /** @param {Binding} binding */
  confirm(binding) {
    this.press(binding, withoutMark(formular.shown(), binding.node));
    binding.focus.focus();
  },

  /** @param {Binding} binding */
  add(binding) {
    const { sti, tilføj } = binding.node;
    if (!tilføj) return;
    const state = formular.shown();
    formular.typing = null;
    for (const made of nodesOf(snippetOf(state, tilføj))) if (made.felt === "id" && made.værdi) this.madeIds.add(textOf(made.værdi));
    formular.change(added(state, binding.node), `tilføjelsen til »${binding.name}«`);
    const place = formular.bindings().find(({ node }) => node.sti === sti);
    const first = formular.bindings().find(({ node, root }) =>
      node.type === "felt" && node.felt !== "id" && node.start >= tilføj.ved && place?.root.contains(root));
    if (!first) return;
    goTo(first);
    // What stands there is a proposal, to be written over.
    if (isTextBox(first.focus)) first.focus.select();
  },

  /** @param {Binding} binding */
  remove(binding) {
    const [all, index] = [formular.bindings(), formular.bindings().indexOf(binding)];
    const around = all.slice(0, index).reverse().find((one) => one.isGroup && one.root.contains(binding.root));
    formular.typing = null;
    const { name } = binding;
    formular.change(removed(formular.shown(), binding.node), `fjernelsen af »${name}«`);
    formular.tell(`»${name}« er fjernet.`, formular.undoing());
    (formular.bindings().find((one) => one.node.sti === around?.node.sti) ?? around)?.focus.focus();
  },

  /** @param {Binding} binding */
  holdAgain(binding) {
    const { navn, start } = binding.node;
    formular.typing = null;
    formular.change(heldAgain(formular.shown(), binding.node), `»${navn}«`);
    formular.tell(`»${navn}« er skrevet ind. Sig, hvordan det gik i ${data.aar}.`, formular.undoing());
    const group = formular.bindings().find(({ node }) => node.type === "gruppe" && node.start === start);
    if (group) goTo(group);
  },

  /**
   * @param {Replacement} replacement
   * @param {Binding} binding
   */
  replace(replacement, binding) {
    formular.typing = null;
    formular.change(replaced(formular.shown(), replacement), `rettelsen i »${binding.name}«`);
    binding.focus.focus();
    formular.check();
  },

  /**
   * @param {Finding} finding
   * @param {string} grund
   * @param {Binding} binding
   */
  accept(finding, grund, binding) {
    formular.typing = null;
    formular.change(accepted(formular.state, binding.node.start >= 0 ? binding.node.start : finding.start, finding.kode, grund), "grunden");
    binding.focus.focus();
    formular.tell("Advarslen er accepteret. Grunden står i filen og kommer med i rapporten.", formular.undoing());
    formular.check();
  },
};
