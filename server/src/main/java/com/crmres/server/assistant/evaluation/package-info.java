/// The bench: replays suites of what customers say through a mind, and says how well it read them.
@NullMarked
package com.crmres.server.assistant.evaluation;

import org.jspecify.annotations.NullMarked;
