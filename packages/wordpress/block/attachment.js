// Ladders in the media library.
( function ( wp, block ) {
	const { __, sprintf } = wp.i18n;

	/** Who may not edit a file may still view it, and thus use the ladder of somebody else. */
	const recordOf = ( id ) => [ 'postType', 'attachment', id, { context: 'view' } ];

	/**
	 * A ladder in the media library, as a hook.
	 *
	 * @param {number} id the attachment; 0 for none
	 * @return {{ url: string | undefined, isMissing: boolean }} no address until it is known, and if the ladder is missing
	 */
	block.useAttachment = function ( id ) {
		return wp.data.useSelect(
			( select ) => {
				const { getEntityRecord, hasFinishedResolution } = select( 'core' );
				const url = id ? getEntityRecord( ...recordOf( id ) )?.source_url : undefined;
				return { url, isMissing: Boolean( id && ! url && hasFinishedResolution( 'getEntityRecord', recordOf( id ) ) ) };
			},
			[ id ]
		);
	};

	/**
	 * What `block.Problems` shows of a ladder that is missing.
	 *
	 * @param {number} id the attachment
	 */
	block.missingAttachment = function ( id ) {
		const message = sprintf(
			/* translators: %d: number of a file in the media library. */
			__( 'The ladder %d cannot be read from the media library. It was deleted, or you may not see it. Choose another one.', 'career-ladder' ),
			id
		);
		return { message, problems: [] };
	};
} )( window.wp, window.careerLadderBlock );
