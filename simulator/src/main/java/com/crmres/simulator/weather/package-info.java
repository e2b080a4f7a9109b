/// What can go wrong between WhatsApp and us, decided by a seed so that a bad day can be had again.
@NullMarked
package com.crmres.simulator.weather;

import org.jspecify.annotations.NullMarked;
