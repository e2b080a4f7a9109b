/// The mind that needs nobody: it understands by the menu, a lexicon and a grammar of ordering.
@NullMarked
package com.crmres.server.assistant.embedded;

import org.jspecify.annotations.NullMarked;
