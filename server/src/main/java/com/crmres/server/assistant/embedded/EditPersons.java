package com.crmres.server.assistant.embedded;

/// Reads for whom what is spoken of shall be.
final class EditPersons {

  private final EditPad pad;

  EditPersons(EditPad pad) {
    this.pad = pad;
  }

  int read(int t, int length) {
    String name = pad.persons.name(t, length);
    int to = pad.words.text.tags.get(t + length - 1).to();
    boolean before = comesBehind(to);
    if (before && !pad.named) {
      pad.person = name;
      return to;
    }
    if (pad.focus.size() != 1) {
      return -1;
    }
    EditedPart part = pad.focus.getFirst();
    if (part.person != null && pad.rest != null && pad.rest.quantity > 0 && part != pad.rest) {
      part = pad.cut(pad.rest, 1);
    } else if (part.quantity > 1 && pad.tellsOfOthers(to)) {
      if (part.person != null && part == pad.rest) {
        return -1;
      }
      part = pad.cut(part, 1);
    } else if (part.person != null && part.line == null) {
      return -1;
    }
    part.person = name;
    return to;
  }

  /// "لأمي لاتيه", "زوجتي تبي اثنين لاتيه": a dish follows.
  private boolean comesBehind(int w) {
    int at = w;
    while (pad.words.has(at) && !pad.words.isClause(at) && pad.words.isOf(at, "order_verb")) {
      at++;
    }
    return pad.words.has(at)
        && !pad.words.isClause(at)
        && (pad.dishAt(at)
            || (pad.words.number(at) != null && pad.dishAt(pad.words.behindNumber(at))));
  }
}
