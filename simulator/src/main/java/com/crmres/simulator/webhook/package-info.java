/// Delivers webhooks as WhatsApp does: signed, at least once, until they are answered 200.
@NullMarked
package com.crmres.simulator.webhook;

import org.jspecify.annotations.NullMarked;
