/// What happened in a conversation besides what was said.
@NullMarked
package com.crmres.server.timeline;

import org.jspecify.annotations.NullMarked;
