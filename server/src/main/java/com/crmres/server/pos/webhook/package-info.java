/// Tills that speak our own signed webhook (docs/pos.md).
@NullMarked
package com.crmres.server.pos.webhook;

import org.jspecify.annotations.NullMarked;
