/// The tickets as screens see them: a station's, the expediter's, the counts of the day.
@NullMarked
package com.crmres.server.kitchen.board;

import org.jspecify.annotations.NullMarked;
