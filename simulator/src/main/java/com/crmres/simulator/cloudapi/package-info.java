/// WhatsApp's Graph API: takes messages from the business, checks them as Meta does, records them.
@NullMarked
package com.crmres.simulator.cloudapi;

import org.jspecify.annotations.NullMarked;
