/// The whole WhatsApp channel, every kind in both directions, on a real server process.
@NullMarked
package com.crmres.bench.channel;

import org.jspecify.annotations.NullMarked;
