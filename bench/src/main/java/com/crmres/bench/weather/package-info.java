/// The evening on which everything between WhatsApp and the server goes wrong at once.
@NullMarked
package com.crmres.bench.weather;

import org.jspecify.annotations.NullMarked;
